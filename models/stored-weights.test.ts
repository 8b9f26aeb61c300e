import { describe, expect, it } from 'vitest';
import { readStoredWeights, weightOf } from './stored-weights';

const MANIFEST = [
  {
    weights: [
      { name: 'a', shape: [2, 2], quantization: { dtype: 'uint8', scale: 0.5, min: -1 } },
      { name: 'b', shape: [2] },
    ],
  },
];

function file(): ArrayBuffer {
  const bytes = new Uint8Array(12);
  bytes.set([0, 1, 2, 255]);
  new DataView(bytes.buffer).setFloat32(4, 1.5, true);
  new DataView(bytes.buffer).setFloat32(8, -2, true);
  return bytes.buffer;
}

describe('readStoredWeights', () => {
  it('reads quantised and plain values one after the other', () => {
    const weights = readStoredWeights(MANIFEST, file());
    expect(Array.from(weightOf(weights, 'a').values)).toEqual([-1, -0.5, 0, 126.5]);
    expect(Array.from(weightOf(weights, 'b').values)).toEqual([1.5, -2]);
    expect(weightOf(weights, 'a').shape).toEqual([2, 2]);
  });

  it.each([
    ['cut short', file().slice(0, 11)],
    ['cut in the first weight', file().slice(0, 3)],
    ['too long', new ArrayBuffer(13)],
  ])('refuses a file that is %s', (_, bytes) => {
    expect(() => readStoredWeights(MANIFEST, bytes)).toThrow(RangeError);
  });

  it('refuses what it cannot read', () => {
    const [{ weights }] = MANIFEST as [(typeof MANIFEST)[number]];
    const strange = {
      ...weights[0],
      name: 'a',
      shape: [4],
      quantization: { dtype: 'int4', scale: 1, min: 0 },
    };
    expect(() => readStoredWeights([{ weights: [strange] }], new ArrayBuffer(4))).toThrow(
      /quantization/,
    );
    expect(() => weightOf(new Map(), 'c')).toThrow(/c/);
  });
});
