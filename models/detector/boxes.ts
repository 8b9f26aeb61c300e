import { DETECTOR } from './model';

/** A face's box in parts of the image's side, 0…1, with its objectness 0…1. */
export interface ScoredBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly score: number;
}

/** Numbers that the network gives per prior box: x, y, width, height, objectness. */
const NUMBERS_PER_BOX = 5;

/**
 * Decodes YOLO v2's output (Redmon & Farhadi 2016, §2: direct location prediction).
 *
 * @param values `cells` × `cells` × 5 anchors × 5 numbers.
 * @returns boxes at or above the score threshold, unsorted and overlapping.
 */
export function readBoxes(values: ArrayLike<number>, cells: number): ScoredBox[] {
  const boxes: ScoredBox[] = [];
  const perCell = DETECTOR.anchors.length * NUMBERS_PER_BOX;
  for (let cell = 0; cell < cells * cells; cell += 1) {
    DETECTOR.anchors.forEach(([anchorWidth, anchorHeight], anchor) => {
      const at = cell * perCell + anchor * NUMBERS_PER_BOX;
      const number = (index: number): number => values[at + index] ?? -Infinity;
      const score = sigmoid(number(4));
      if (score < DETECTOR.thresholds.scoreMin) return;
      const width = (Math.exp(number(2)) * anchorWidth) / cells;
      const height = (Math.exp(number(3)) * anchorHeight) / cells;
      const centreX = ((cell % cells) + sigmoid(number(0))) / cells;
      const centreY = (Math.floor(cell / cells) + sigmoid(number(1))) / cells;
      boxes.push({ x: centreX - width / 2, y: centreY - height / 2, width, height, score });
    });
  }
  return boxes;
}

/** Greedy non-maximum suppression. @returns best first, no two overlapping beyond the threshold. */
export function distinctBoxes(boxes: readonly ScoredBox[]): ScoredBox[] {
  const kept: ScoredBox[] = [];
  for (const box of [...boxes].sort((a, b) => b.score - a.score)) {
    if (kept.every((other) => overlap(box, other) <= DETECTOR.thresholds.overlapMax)) {
      kept.push(box);
    }
  }
  return kept;
}

/** Intersection over union, 0…1. */
export function overlap(a: Omit<ScoredBox, 'score'>, b: Omit<ScoredBox, 'score'>): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  const shared = Math.max(0, width) * Math.max(0, height);
  return shared / (a.width * a.height + b.width * b.height - shared);
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
