import type { FacePoint } from './expression';

/**
 * Shutting a mouth that a photo shows open. A spline cannot: what was between the lips must
 * vanish, not shrink. So each column of the mouth is cut at the lips and the parts slide
 * together; skin stretches evenly up to the nose and down to the chin, which stay.
 */
export interface ShutLips {
  /** Where a point of the photo goes. */
  readonly forward: (point: FacePoint) => FacePoint;
  /** The photo's y of a point of the shut mouth; never between the lips once they meet. */
  readonly back: (x: number, y: number) => number;
}

/** Inner lip from the image's left corner to its right one, above and below the opening. */
const UPPER = [60, 61, 62, 63, 64] as const;
const LOWER = [60, 67, 66, 65, 64] as const;
const NOSE_BASE = 33;
const CHIN = 8;

/** The cut lies this far inside the lips, in eye distances, as landmarks are not exact. */
const INSET = 0.03;
/** How much of the way the upper lip comes down; the jaw does the rest. */
const UPPER_PART = 0.3;

/**
 * @param marks 68 landmarks in face space.
 * @param amount 0 leaves the mouth alone, 1 shuts it.
 */
export function shutLips(marks: readonly FacePoint[], amount: number): ShutLips {
  const top = marks[NOSE_BASE]?.[1] ?? 0;
  const bottom = marks[CHIN]?.[1] ?? 0;
  const cut = (x: number) => {
    const upper = heightAt(UPPER, marks, x);
    const lower = heightAt(LOWER, marks, x);
    if (upper === undefined || lower === undefined || amount === 0) return undefined;
    const open = Math.max(lower - upper, 0);
    const inset = Math.min(INSET, open);
    const [from, to] = [upper - inset, lower + inset];
    const slide = amount * (to - from);
    return { from, to, above: from + slide * UPPER_PART, below: to - slide * (1 - UPPER_PART) };
  };
  return {
    forward: ([x, y]) => {
      const at = cut(x);
      if (!at) return [x, y];
      return [x, along(y, [top, at.from, at.to, bottom], [top, at.above, at.below, bottom])];
    },
    back: (x, y) => {
      const at = cut(x);
      if (!at) return y;
      return along(y, [top, at.above, at.below, bottom], [top, at.from, at.to, bottom]);
    },
  };
}

/** The height of a lip's edge at x, or undefined beside the mouth. */
function heightAt(
  edge: readonly number[],
  marks: readonly FacePoint[],
  x: number,
): number | undefined {
  for (let i = 0; i + 1 < edge.length; i++) {
    const [ax, ay] = marks[edge[i] ?? 0] ?? [0, 0];
    const [bx, by] = marks[edge[i + 1] ?? 0] ?? [0, 0];
    if (x >= ax && x <= bx && bx > ax) return ay + ((by - ay) * (x - ax)) / (bx - ax);
  }
  return undefined;
}

/** The piecewise linear function through rising knots; outside them nothing moves. */
function along(value: number, from: readonly number[], to: readonly number[]): number {
  for (let i = 0; i + 1 < from.length; i++) {
    const [a, b] = [from[i] ?? 0, from[i + 1] ?? 0];
    const [c, d] = [to[i] ?? 0, to[i + 1] ?? 0];
    if (value >= a && value < b) return c + ((d - c) * (value - a)) / (b - a);
  }
  return value;
}
