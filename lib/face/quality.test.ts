import { describe, expect, it } from 'vitest';
import { exampleFace, exampleFrame, IN_THE_MIDDLE, meanLandmarks } from './example-face';
import type { FaceObservation } from './observation';
import { checkQuality, frameScore, qualityHint, QUALITY_BOUNDS, type HintCode } from './quality';

const GOOD = exampleFace();
const RADIANS = Math.PI / 180;

function hintFor(changes: Partial<FaceObservation>): HintCode | null {
  return qualityHint(exampleFrame({ face: exampleFace(changes) }), []);
}

describe('qualityHint', () => {
  it('has nothing to say about a good frame', () => {
    expect(hintFor({})).toBeNull();
  });

  it('asks for a face, and for one only', () => {
    expect(qualityHint(exampleFrame({ face: null }), [])).toBe('no-face');
    expect(qualityHint(exampleFrame({ face: GOOD, faceCount: 2 }), [])).toBe('one-face-only');
  });

  it.each<[string, Partial<FaceObservation>, HintCode]>([
    ['far away', { eyeDistancePx: 47 }, 'come-closer'],
    ['too near', { box: { x: 150, y: 40, width: 340, height: 400 } }, 'move-back'],
    ['half outside', { box: { x: -80, y: 150, width: 160, height: 180 } }, 'centre-face'],
    ['in a corner', { box: { x: 5, y: 20, width: 100, height: 110 } }, 'centre-face'],
    ['leaning', { pose: { yaw: 0, pitch: 0, roll: 21 * RADIANS } }, 'straighten-head'],
    [
      'leaning the other way',
      { pose: { yaw: 0, pitch: 0, roll: -21 * RADIANS } },
      'straighten-head',
    ],
    ['turned', { pose: { yaw: -18 * RADIANS, pitch: 0, roll: 0 } }, 'look-straight'],
    ['looking down', { pose: { yaw: 0, pitch: -27 * RADIANS, roll: 0 } }, 'look-straight'],
    ['dark', { light: { ...GOOD.light, mean: 30 } }, 'more-light'],
    ['glaring', { light: { ...GOOD.light, mean: 235 } }, 'less-light'],
    ['burnt out', { light: { ...GOOD.light, burnt: 0.2 } }, 'less-light'],
    ['foggy', { light: { ...GOOD.light, contrast: 8 } }, 'more-light'],
    ['lit from one side', { light: { ...GOOD.light, sided: 0.9 } }, 'light-from-front'],
    ['moving', { motion: 0.1 }, 'hold-still'],
    ['blurred', { light: { ...GOOD.light, sharpness: 5 } }, 'hold-still'],
    ['masked', { light: { ...GOOD.light, mouthDetail: 0.03 } }, 'uncover-face'],
    ['behind dark glasses', { light: { ...GOOD.light, eyeDetail: 0.05 } }, 'uncover-face'],
    ['no face at all', { misfit: 0.12 }, 'uncover-face'],
  ])('tells a face that is %s', (_, changes, hint) => {
    expect(hintFor(changes)).toBe(hint);
  });

  it('never passes what is not a number', () => {
    expect(hintFor({ misfit: NaN })).toBe('uncover-face');
    expect(hintFor({ landmarks: meanLandmarks({ ...IN_THE_MIDDLE, tx: NaN }) })).not.toBeNull();
  });

  it('does not blame a turn for turning', () => {
    const face = exampleFace({ pose: { yaw: 30 * RADIANS, pitch: 0, roll: 0 } });
    expect(qualityHint(exampleFrame({ face }), ['yaw'])).toBeNull();
  });
});

describe('checkQuality', () => {
  it('names every bound with value, limits and unit', () => {
    const checks = checkQuality(exampleFrame({ face: GOOD }), GOOD);
    expect(checks).toHaveLength(QUALITY_BOUNDS.length);
    for (const check of checks) {
      expect(check.unit).not.toBe('');
      expect(check.passed).toBe(true);
      expect(check.value).toBeGreaterThanOrEqual(check.min);
      expect(check.value).toBeLessThanOrEqual(check.max);
    }
  });
});

describe('frameScore', () => {
  it.each<[string, Partial<FaceObservation>]>([
    ['smaller', { eyeDistancePx: 55 }],
    ['blurrier', { light: { ...GOOD.light, sharpness: 40 } }],
    ['turned', { pose: { yaw: 15 * RADIANS, pitch: 0, roll: 0 } }],
    ['nodding', { pose: { yaw: 0, pitch: 20 * RADIANS, roll: 0 } }],
    ['leaning', { pose: { yaw: 0, pitch: 0, roll: 25 * RADIANS } }],
    ['moving', { motion: 0.05 }],
    ['darker', { light: { ...GOOD.light, mean: 50 } }],
    ['burnt', { light: { ...GOOD.light, burnt: 0.1 } }],
  ])('prefers a good frame to a %s one', (_, changes) => {
    expect(frameScore(exampleFace(changes))).toBeLessThan(frameScore(GOOD));
  });
});
