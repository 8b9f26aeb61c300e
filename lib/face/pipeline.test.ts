import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ready, setBackend } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawnColour, type DrawnFace } from '@/models/drawn-face';
import { loadDetector } from '@/models/detector/run';
import { loadEmbedder, type Embed } from '@/models/embedder/run';
import { loadExpression } from '@/models/expression/run';
import { loadLandmarks } from '@/models/landmarks/run';
import { WEIGHTS, type NetworkName } from '@/models/weights';
import { trackFrame, type TrackedFrame, type TrackingNetworks } from './pipeline';
import type { Pixels } from './pixels';
import { describeChip, examineStill } from './still';

/** The real networks on drawn faces: what a camera would show, without a person. */

const packages = createRequire(import.meta.url);
let networks: TrackingNetworks;
let embed: Embed;

function weightsOf(name: NetworkName): ArrayBuffer {
  const source = WEIGHTS.find((weights) => weights.name === name)?.source ?? '';
  return Uint8Array.from(readFileSync(packages.resolve(source))).buffer;
}

function draw(faces: readonly DrawnFace[], width = 640, height = 480): Pixels {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i += 1) {
    data.set(drawnColour(faces, i % width, Math.floor(i / width)), i * 4);
  }
  return { width, height, data };
}

const face = (changes: Partial<DrawnFace> = {}): DrawnFace => ({
  x: 320,
  y: 240,
  radius: 110,
  roll: 0,
  ...changes,
});

function film(scenes: readonly (readonly DrawnFace[])[]): readonly TrackedFrame[] {
  const frames: TrackedFrame[] = [];
  scenes.forEach((scene, i) => {
    const before = frames.at(-1)?.track ?? null;
    frames.push(trackFrame(networks, draw(scene), before, i, i * 33));
  });
  return frames;
}

beforeAll(async () => {
  await setBackend('wasm');
  await ready();
  networks = {
    detect: loadDetector(weightsOf('detector')),
    findLandmarks: loadLandmarks(weightsOf('landmarks')),
    readExpression: loadExpression(weightsOf('expression')),
  };
  embed = loadEmbedder(weightsOf('embedder'));
}, 60_000);

describe('trackFrame', () => {
  it('sees nobody on a wall', () => {
    const [frame] = film([[]]);
    expect(frame?.observation).toMatchObject({ face: null, faceCount: 0, width: 640, height: 480 });
    expect(frame?.chip).toBeNull();
  });

  it('finds a face where it was drawn', () => {
    const [frame] = film([[face({ x: 250, y: 200 })]]);
    const { box, eyeDistancePx, pose } = frame?.observation.face ?? {};
    expect((box?.x ?? NaN) + (box?.width ?? NaN) / 2).toBeCloseTo(250, -1.3);
    expect(Math.abs((box?.y ?? NaN) + (box?.height ?? NaN) / 2 - 215)).toBeLessThan(30);
    expect(Math.abs((eyeDistancePx ?? NaN) - 73)).toBeLessThan(15);
    expect(Math.abs(pose?.yaw ?? NaN)).toBeLessThan(0.2);
  });

  it.each([-30, -15, 15, 30])('levels a head that leans by %i°', (degrees) => {
    const upright = film([[face()]]).at(-1)?.chip;
    const leaning = film([[face({ roll: (degrees * Math.PI) / 180 })]]).at(-1);
    expect(leaning?.observation.face?.pose.roll).toBeCloseTo((degrees * Math.PI) / 180, 0.8);
    if (!upright || !leaning?.chip) throw new Error('no chip');
    const [a, b] = [describeChip(embed, upright), describeChip(embed, leaning.chip)];
    expect(Math.hypot(...a.map((value, i) => value - (b[i] ?? NaN)))).toBeLessThan(0.3);
  });

  it('follows a face between detections', () => {
    const frames = film(Array.from({ length: 5 }, (_, i) => [face({ x: 300 + 6 * i })]));
    expect(frames.map(({ track }) => track?.framesSinceDetection)).toEqual([0, 1, 2, 3, 4]);
    const way = frames.map(({ observation }) => observation.face?.box.x ?? NaN);
    expect((way[4] ?? NaN) - (way[0] ?? NaN)).toBeCloseTo(24, -1);
    expect(frames[3]?.observation.face?.motion).toBeGreaterThan(0.03);
  });

  it('counts a second face with the next detection', () => {
    const two = [face({ x: 170, radius: 90 }), face({ x: 470, radius: 90 })];
    const frames = film([[face({ x: 170, radius: 90 })], ...Array<typeof two>(7).fill(two)]);
    expect(frames[0]?.observation.faceCount).toBe(1);
    expect(frames.at(-1)?.observation.faceCount).toBe(2);
  });

  it('lets go of a face that left, within a few frames', () => {
    const frames = film([[face()], ...Array<DrawnFace[]>(8).fill([])]);
    expect(frames.at(-1)?.observation.face).toBeNull();
  });
});

describe('examineStill', () => {
  it.each([
    ['small in a large picture', face({ x: 900, y: 300, radius: 45 }), 1200, 900],
    ['leaning by 50°', face({ x: 300, y: 240, roll: 0.87 }), 600, 480],
    ['larger than its picture', face({ x: 100, y: 110, radius: 115 }), 200, 220],
  ])('finds a face that is %s', (_, drawn, width, height) => {
    const {
      face: still,
      detectMs,
      costMs,
    } = examineStill(networks, embed, draw([drawn], width, height));
    expect(costMs).toBeGreaterThan(detectMs);
    expect(still?.descriptor).toHaveLength(128);
    const centre = (still?.box.x ?? NaN) + (still?.box.width ?? NaN) / 2;
    expect(Math.abs(centre - drawn.x)).toBeLessThan(drawn.radius * 0.4);
  });

  it('finds a face in the dark, and describes it as it is', () => {
    const lit = draw([face()]);
    const dark = { ...lit, data: lit.data.map((value, i) => (i % 4 === 3 ? 255 : value / 9)) };
    const { face: seen } = examineStill(networks, embed, dark);
    expect(Math.abs((seen?.box.x ?? NaN) + (seen?.box.width ?? NaN) / 2 - 320)).toBeLessThan(40);
    expect(seen?.light.mean).toBeLessThan(30);
  });

  it('finds nobody on a wall', () => {
    expect(examineStill(networks, embed, draw([], 300, 200)).face).toBeNull();
  });
});
