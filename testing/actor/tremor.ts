import { seeded } from './acting';

/** A head is never quite still: this far from where the sway alone would have it. */
export interface Tremor {
  /** Standard deviations of 1, to be scaled by whoever shakes. */
  readonly x: number;
  readonly y: number;
  readonly roll: number;
}

/** Muscles correct a head a few times a second; nothing of it is faster than that. */
const KNOT_MS = 140;

/**
 * Gaussian at knots of its own, smooth between them: unlike {@link swayAt} nothing in it ever
 * comes back.
 *
 * @ensures the same for the same seed and time.
 */
export function tremorAt(tMs: number, seed: number): Tremor {
  const knot = Math.floor(tMs / KNOT_MS);
  const [from, to] = [gaussians(knot, seed), gaussians(knot + 1, seed)];
  const part = tMs / KNOT_MS - knot;
  const eased = part * part * (3 - 2 * part);
  // Two independent values average out half-way; this keeps the spread the same everywhere.
  const spread = Math.hypot(1 - eased, eased);
  const at = (i: 0 | 1 | 2) => (from[i] * (1 - eased) + to[i] * eased) / spread;
  return { x: at(0), y: at(1), roll: at(2) };
}

/** Sums of twelve uniform numbers have a variance of 1 (Irwin and Hall). */
function gaussians(knot: number, seed: number): readonly [number, number, number] {
  const random = seeded(Math.imul(knot + 1, 0x9e3779b1) ^ Math.imul(seed + 1, 0x85ebca6b));
  const one = () => Array.from({ length: 12 }, random).reduce((sum, value) => sum + value, -6);
  return [one(), one(), one()];
}
