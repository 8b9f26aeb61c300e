import { beforeAll, describe, expect, it } from 'vitest';
import type { DrawnFace } from '@/models/drawn-face';
import type { Embed } from '@/models/embedder/run';
import { describeChip } from './describe-chip';
import { draw, drawnFace as face, loadNetworks } from './drawn-scene.fixture';
import { trackFrame, type TrackedFrame, type TrackingNetworks } from './pipeline';

/** The real networks on drawn faces: what a camera would show, without a person. */

let networks: TrackingNetworks;
let embed: Embed;
beforeAll(async () => void ({ networks, embed } = await loadNetworks()), 60_000);

function film(scenes: readonly (readonly DrawnFace[])[]): readonly TrackedFrame[] {
  const frames: TrackedFrame[] = [];
  scenes.forEach((scene, i) => {
    const before = frames.at(-1)?.track ?? null;
    frames.push(trackFrame(networks, draw(scene), before, i, i * 33));
  });
  return frames;
}

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
