import { describe, expect, it } from 'vitest';
import { alignFace } from './alignment';
import { exampleFace, IN_THE_MIDDLE, meanLandmarks } from './example-face';
import { boxAround } from './landmarks';
import {
  continues,
  countFaces,
  isDetectionDue,
  isTracked,
  mainFace,
  motionBetween,
  type Track,
} from './tracker';

const LANDMARKS = meanLandmarks(IN_THE_MIDDLE);

function track(changes: Partial<Track> = {}): Track {
  return {
    landmarks: LANDMARKS,
    alignment: alignFace(LANDMARKS),
    faceCount: 1,
    detectedAtMs: 0,
    framesSinceDetection: 0,
    ...changes,
  };
}

const box = (x: number, size: number) => ({ x, y: 100, width: size, height: size });

describe('when to detect', () => {
  it.each([
    ['just now', 0, 10, false],
    ['five frames ago', 5, 200, false],
    ['six frames ago', 6, 200, true],
    ['long ago, at a slow rate', 2, 300, true],
  ])('%s', (_, framesSinceDetection, nowMs, due) => {
    expect(isDetectionDue(track({ framesSinceDetection }), nowMs)).toBe(due);
  });
});

describe('whose face it is', () => {
  it('is the largest', () => {
    expect(mainFace([box(0, 80), box(300, 140), box(500, 60)])).toEqual(box(300, 140));
    expect(mainFace([])).toBeUndefined();
  });

  it('counts faces that stand in front, not those far behind', () => {
    expect(countFaces([])).toBe(0);
    expect(countFaces([box(0, 100), box(200, 40)])).toBe(1);
    expect(countFaces([box(0, 100), box(200, 60)])).toBe(2);
  });

  it('knows its own track again', () => {
    const own = boxAround(LANDMARKS);
    expect(isTracked(track(), own)).toBe(true);
    // A detector's box is larger than the landmarks'.
    expect(isTracked(track(), { ...own, x: own.x - 40, width: own.width + 80 })).toBe(true);
    expect(isTracked(track(), { ...own, x: own.x + 200 })).toBe(false);
  });
});

describe('whether landmarks continue a track', () => {
  it('follows a face that moves and grows a little', () => {
    expect(continues(track(), meanLandmarks({ a: 190, b: 10, tx: 240, ty: 140 }))).toBe(true);
  });

  it.each([
    ['is twice as large', meanLandmarks({ ...IN_THE_MIDDLE, a: 360 })],
    ['is half as large', meanLandmarks({ ...IN_THE_MIDDLE, a: 80 })],
    ['is no face', LANDMARKS.map((value, i) => value + (i % 4 === 0 ? 60 : -60))],
    ['is not a number', LANDMARKS.map(() => NaN)],
  ])('lets go of what %s', (_, landmarks) => {
    expect(continues(track(), landmarks)).toBe(false);
  });
});

describe('motionBetween', () => {
  it('is the way in eye distances, whatever the size', () => {
    const { eyeDistancePx } = exampleFace();
    const moved = meanLandmarks({ ...IN_THE_MIDDLE, tx: IN_THE_MIDDLE.tx + eyeDistancePx / 10 });
    expect(motionBetween(LANDMARKS, moved)).toBeCloseTo(0.1, 3);
    expect(motionBetween(LANDMARKS, LANDMARKS)).toBe(0);
  });
});
