import { describe, expect, it } from 'vitest';
import { decodeDescriptor, encodeDescriptor } from './evidence';
import { descriptorOf } from './evidence.fixture';

describe('a descriptor on the wire', () => {
  it('arrives bit for bit', () => {
    const face = descriptorOf(7);
    expect(decodeDescriptor(encodeDescriptor(face))).toEqual(face);
  });

  it.each([
    ['not base64', '!'.repeat(684)],
    ['too short', encodeDescriptor(descriptorOf(1)).slice(8)],
    ['not a number', encodeDescriptor(new Float32Array(128).fill(NaN))],
    ['infinite', encodeDescriptor(new Float32Array(128).fill(Infinity))],
  ])('is refused when %s', (_, text) => {
    expect(decodeDescriptor(text)).toBeUndefined();
  });
});
