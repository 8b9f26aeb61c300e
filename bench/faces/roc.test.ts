import { describe, expect, it } from 'vitest';
import { areaUnderCurve } from './roc';

describe('areaUnderCurve', () => {
  it.each([
    ['apart', [3, 4], [1, 2], 1],
    ['the wrong way round', [1, 2], [3, 4], 0],
    ['all the same', [1, 1, 1], [1, 1], 0.5],
    ['mixed', [2, 4], [1, 3], 0.75],
    ['with a tie', [2, 3], [2, 1], 0.875],
  ])('%s', (_, positive, negative, area) => {
    expect(areaUnderCurve(positive, negative)).toBe(area);
  });

  it('says nothing about nothing', () => {
    expect(areaUnderCurve([], [1])).toBeNaN();
  });
});
