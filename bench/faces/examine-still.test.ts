import { beforeAll, describe, expect, it } from 'vitest';
import { draw, drawnFace as face, loadNetworks } from '@/lib/face/drawn-scene.fixture';
import type { TrackingNetworks } from '@/lib/face/pipeline';
import type { Embed } from '@/models/embedder/run';
import { examineStill } from './examine-still';

let networks: TrackingNetworks;
let embed: Embed;
beforeAll(async () => void ({ networks, embed } = await loadNetworks()), 60_000);

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
