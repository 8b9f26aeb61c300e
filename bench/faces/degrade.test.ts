import { describe, expect, it } from 'vitest';
import { HARMS, harmOf } from './degrade';

describe('harmOf', () => {
  it('leaves photos alone, or harms all alike', () => {
    expect([0, 1, 2].map((place) => harmOf(null, place))).toEqual([null, null, null]);
    expect([0, 1, 2].map((place) => harmOf('dim', place))).toEqual(['dim', 'dim', 'dim']);
  });

  it('mixes all kinds with photos as they are, in a fixed order', () => {
    const row = [null, ...HARMS];
    expect([...row, ...row].map((_, place) => harmOf('mixed', place))).toEqual([...row, ...row]);
  });
});
