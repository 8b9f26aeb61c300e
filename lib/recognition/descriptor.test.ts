import { describe, expect, it } from 'vitest';
import { decodeDescriptors, encodeDescriptors, euclidean, fuse } from './descriptor';

function at(place: number) {
  const descriptor = new Float32Array(128);
  descriptor[0] = place;
  return descriptor;
}

describe('descriptors', () => {
  it('fuse to their mean', () => {
    expect(euclidean(fuse([at(0.2), at(0.4)]), at(0))).toBeCloseTo(0.3, 6);
    expect(() => fuse([])).toThrow(RangeError);
  });

  it('survive storage bit for bit', () => {
    const face = Float32Array.from({ length: 128 }, (_, i) => Math.sin(i));
    const stored = encodeDescriptors([face, at(1)]);
    expect(stored).toHaveLength(1024);
    expect(decodeDescriptors(stored)).toEqual([face, at(1)]);
    expect(() => decodeDescriptors(stored.slice(1))).toThrow(RangeError);
  });
});
