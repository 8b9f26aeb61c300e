/** One frame that may stand for the person in a step. */
export interface Candidate {
  readonly frameId: number;
  readonly tMs: number;
  /** 0…1, `frameScore`. */
  readonly score: number;
}

/** Frames nearer than this are almost the same picture and add little to a mean. */
const APART_MS = 100;

/**
 * Chooses the best of a step's frames, apart in time.
 *
 * @returns best first, at most `count`.
 */
export function bestFrames(candidates: readonly Candidate[], count: number): readonly Candidate[] {
  const chosen: Candidate[] = [];
  for (const candidate of [...candidates].sort((a, b) => b.score - a.score)) {
    if (chosen.length === count) break;
    if (chosen.every(({ tMs }) => Math.abs(tMs - candidate.tMs) >= APART_MS)) {
      chosen.push(candidate);
    }
  }
  return chosen;
}
