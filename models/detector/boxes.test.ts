import { describe, expect, it } from 'vitest';
import { distinctBoxes, overlap, readBoxes } from './boxes';
import { DETECTOR } from './model';

const CELLS = 7;
const logit = (part: number): number => Math.log(part / (1 - part));

/** An output in which nothing is a face but what is put there. */
function output(faces: { cell: number; anchor: number; numbers: readonly number[] }[]) {
  const values = new Float32Array(CELLS * CELLS * 25).fill(-20);
  for (const { cell, anchor, numbers } of faces) values.set(numbers, cell * 25 + anchor * 5);
  return values;
}

describe('readBoxes', () => {
  it('decodes place and size from cell and anchor', () => {
    const numbers = [logit(0.25), logit(0.75), 0, Math.log(2), logit(0.9)];
    const [box] = readBoxes(output([{ cell: 2 * CELLS + 3, anchor: 2, numbers }]), CELLS);
    const [width, height] = DETECTOR.anchors[2];
    expect(box?.score).toBeCloseTo(0.9, 5);
    expect(box?.width).toBeCloseTo(width / CELLS, 5);
    expect(box?.height).toBeCloseTo((2 * height) / CELLS, 5);
    expect((box?.x ?? NaN) + (box?.width ?? NaN) / 2).toBeCloseTo(3.25 / CELLS, 5);
    expect((box?.y ?? NaN) + (box?.height ?? NaN) / 2).toBeCloseTo(2.75 / CELLS, 5);
  });

  it('leaves out what is under the threshold, or cut short', () => {
    const numbers = [0, 0, 0, 0, logit(DETECTOR.thresholds.scoreMin - 0.01)];
    expect(readBoxes(output([{ cell: 0, anchor: 0, numbers }]), CELLS)).toEqual([]);
    expect(readBoxes([], CELLS)).toEqual([]);
  });
});

describe('distinctBoxes', () => {
  const at = (x: number, score: number) => ({ x, y: 0.2, width: 0.2, height: 0.2, score });

  it('keeps the best of those that overlap, best first', () => {
    expect(distinctBoxes([at(0.11, 0.7), at(0.1, 0.9), at(0.7, 0.95)])).toEqual([
      at(0.7, 0.95),
      at(0.1, 0.9),
    ]);
  });

  it('measures overlap as intersection over union', () => {
    expect(overlap(at(0, 1), at(0, 1))).toBeCloseTo(1);
    expect(overlap(at(0, 1), at(0.1, 1))).toBeCloseTo(1 / 3);
    expect(overlap(at(0, 1), at(0.5, 1))).toBe(0);
  });
});
