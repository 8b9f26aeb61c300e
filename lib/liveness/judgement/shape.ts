import { pointAt, type LandmarkPoints, type Point } from '../geometry';
import { leastSquares, mean } from '../statistics';

/**
 * Shapes of landmarks and what is left of a change when a photo could explain the rest: the
 * best plane-to-plane map (homography), which is all that moving, tilting or zooming a flat
 * picture can do to it.
 */

/** Parts of a face by index (iBUG 300-W). */
export const BROWS = range(17, 26);
export const NOSE = range(27, 35);
export const EYES = range(36, 47);
export const MOUTH = range(48, 67);

/** Where a face is seen from the front: the mean of several frames errs less than one of them. */
export function meanShape(frames: readonly { readonly landmarks: LandmarkPoints }[]): number[] {
  return range(0, 135).map((i) => mean(frames.map(({ landmarks }) => landmarks[i] ?? NaN)));
}

/** Maps the points of one picture of a plane onto those of another. */
export interface Homography {
  readonly terms: readonly number[];
}

/**
 * The homography that brings `from` nearest to `to` at these landmarks, in the linear
 * least-squares sense (direct linear transform with h₉ = 1; Hartley & Zisserman 2004, 4.1).
 *
 * @returns undefined when the points lie so that there is none.
 */
export function fitHomography(
  from: LandmarkPoints,
  to: LandmarkPoints,
  indices: readonly number[],
): Homography | undefined {
  const rows: number[][] = [];
  const targets: number[] = [];
  for (const index of indices) {
    const [x, y] = pointAt(from, index);
    const [u, v] = pointAt(to, index);
    rows.push([x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]);
    targets.push(u, v);
  }
  const terms = leastSquares(rows, targets);
  return terms && { terms };
}

export function project({ terms }: Homography, [x, y]: Point): Point {
  const [a = NaN, b = NaN, c = NaN, d = NaN, e = NaN, f = NaN, g = NaN, h = NaN] = terms;
  const scale = g * x + h * y + 1;
  return [(a * x + b * y + c) / scale, (d * x + e * y + f) / scale];
}

/** Root mean square of what the map leaves at these landmarks, in the unit of the points. */
export function residual(
  map: Homography,
  from: LandmarkPoints,
  to: LandmarkPoints,
  indices: readonly number[],
): number {
  const squares = indices.map((index) => {
    const [x, y] = project(map, pointAt(from, index));
    const [u, v] = pointAt(to, index);
    return (x - u) ** 2 + (y - v) ** 2;
  });
  return Math.sqrt(mean(squares));
}

/**
 * A shape with the middle of the eyes at the origin, the line of the eyes level and their
 * distance one: free of place, size and roll.
 */
export function normalised(landmarks: LandmarkPoints): number[] {
  const left = centreOf(landmarks, range(36, 41));
  const right = centreOf(landmarks, range(42, 47));
  const [ex, ey] = [right[0] - left[0], right[1] - left[1]];
  const square = ex * ex + ey * ey;
  const [mx, my] = [(left[0] + right[0]) / 2, (left[1] + right[1]) / 2];
  return range(0, 67).flatMap((index) => {
    const [x, y] = pointAt(landmarks, index);
    const [dx, dy] = [x - mx, y - my];
    return [(dx * ex + dy * ey) / square, (dy * ex - dx * ey) / square];
  });
}

function centreOf(landmarks: LandmarkPoints, indices: readonly number[]): Point {
  const points = indices.map((index) => pointAt(landmarks, index));
  return [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
