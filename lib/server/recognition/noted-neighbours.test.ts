import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { decodeNeighbours, encodeNeighbours, reachOf, withNeighbour } from './noted-neighbours';

const list = Array.from({ length: 10 }, (_, i) => ({
  shopperId: randomUUID(),
  distance: 0.5 + i / 8,
}));

describe('a list of neighbours', () => {
  it('is the same after it was stored', () => {
    expect(decodeNeighbours(encodeNeighbours(list))).toEqual(list);
    expect(encodeNeighbours(list)).toHaveLength(200);
    expect(decodeNeighbours(encodeNeighbours([]))).toEqual([]);
    expect(() => decodeNeighbours(new Uint8Array(30))).toThrow(RangeError);
  });

  it('takes a nearer person in, and the tenth goes', () => {
    const newcomer = { shopperId: randomUUID(), distance: 0.55 };
    const fresh = withNeighbour(list, newcomer);
    expect(fresh.map(({ distance }) => distance)).toEqual([
      0.5,
      0.55,
      ...list.slice(1, 9).map(({ distance }) => distance),
    ]);
    expect(withNeighbour(list, { shopperId: randomUUID(), distance: 9 })).toEqual(list);
  });

  it('holds a person once, at the newest distance', () => {
    const [first = { shopperId: '', distance: 0 }, ...others] = list;
    const moved = { ...first, distance: 1.7 };
    expect(withNeighbour(list, moved)).toEqual(
      [...others, moved].sort((a, b) => a.distance - b.distance),
    );
  });

  it('reaches as far as its tenth, and everywhere while there are fewer', () => {
    expect(reachOf(list)).toBe(list[9]?.distance);
    expect([reachOf(list.slice(0, 9)), reachOf([]), reachOf(null)]).toEqual([
      Infinity,
      Infinity,
      Infinity,
    ]);
  });
});
