import type { FacePoint } from './expression';
import { thinPlate, type Surface } from './spline';

/**
 * Depth of the landmarks of an average head, in eye distances towards the camera from the
 * plane of the eyes (a frontal 3D model of the 68 points, made symmetric and rounded).
 * Rows: jaw 0…8, brow 17…21, bridge and tip 27…30, nostrils 31…33, eye 36…41, outer lip
 * 48…51 and 57…59, inner lip 60…62, 66 and 67; the other side is the same.
 */
const DEPTH: readonly (readonly [index: number, twin: number, depth: number])[] = [
  [0, 16, -0.72],
  [1, 15, -0.68],
  [2, 14, -0.66],
  [3, 13, -0.63],
  [4, 12, -0.58],
  [5, 11, -0.46],
  [6, 10, -0.28],
  [7, 9, -0.06],
  [8, 8, 0.02],
  [17, 26, -0.2],
  [18, 25, -0.1],
  [19, 24, 0.01],
  [20, 23, 0.1],
  [21, 22, 0.18],
  [27, 27, 0.2],
  [28, 28, 0.32],
  [29, 29, 0.45],
  [30, 30, 0.57],
  [31, 35, 0.31],
  [32, 34, 0.36],
  [33, 33, 0.4],
  [36, 45, -0.09],
  [37, 44, -0.03],
  [38, 43, -0.01],
  [39, 42, 0.01],
  [40, 47, 0],
  [41, 46, -0.02],
  [48, 54, 0.04],
  [49, 53, 0.24],
  [50, 52, 0.35],
  [51, 51, 0.36],
  [57, 57, 0.36],
  [58, 56, 0.34],
  [59, 55, 0.23],
  [60, 64, 0.08],
  [61, 63, 0.32],
  [62, 62, 0.34],
  [66, 66, 0.33],
  [67, 65, 0.31],
];

/** Cheekbones, forehead, hair and neck: [x, y, depth], mirrored to the other side. */
const AROUND: readonly (readonly [number, number, number])[] = [
  [0.75, 0.45, -0.17],
  [0, -1.1, 0],
  [0.6, -1, -0.22],
  [0, -2, -0.7],
  [1, -1.6, -0.9],
  [1.3, 0.1, -0.95],
  [1.5, 0.9, -1.05],
  [0, 2.3, -0.45],
  [0.7, 2.35, -0.6],
  [1.6, 2.4, -1],
  [3.6, -2.4, -1.2],
  [3.6, 3.4, -1.2],
];

/** The neck's axis, in eye distances behind the eyes. */
const AXIS = 0.6;

/** @param marks 68 landmarks of a roughly frontal photo, in face space. */
export function depthOf(marks: readonly FacePoint[]): Surface {
  const known = DEPTH.flatMap(([index, twin, depth]) =>
    index === twin ? [{ index, depth }] : [index, twin].map((i) => ({ index: i, depth })),
  );
  const around = AROUND.flatMap(([x, y, depth]) =>
    (x === 0 ? [x] : [x, -x]).map((side) => ({ at: [side, y] as const, depth })),
  );
  return thinPlate(
    [...known.map(({ index }) => marks[index] ?? ([0, 0] as const)), ...around.map(({ at }) => at)],
    [...known, ...around].map(({ depth }) => [depth]),
  );
}

/**
 * Turns one row of a head about the neck. Seen from far a turn moves every point along its own
 * row, so that what hides what can be settled in one dimension: the nearer point wins.
 *
 * @param depths depth at every pixel of the row, in eye distances.
 * @param scale pixels an eye distance; `middle` the pixel column of the axis.
 * @param angle radians, positive to the image's right (the person's own left).
 * @returns for every pixel of the turned row the column it shows, or −1 where nothing is.
 */
export function turnRow(
  depths: Float32Array,
  { scale, middle, angle }: { scale: number; middle: number; angle: number },
): Float32Array {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const shown = new Float32Array(depths.length).fill(-1);
  const nearest = new Float32Array(depths.length).fill(-Infinity);
  let beforeAt = 0;
  let beforeNear = 0;
  depths.forEach((depth, column) => {
    const x = (column - middle) / scale;
    const at = middle + (x * cos + (depth + AXIS) * sin) * scale;
    const near = (depth + AXIS) * cos - x * sin;
    if (column > 0) {
      const from = Math.max(Math.ceil(Math.min(beforeAt, at)), 0);
      const to = Math.min(Math.max(beforeAt, at), depths.length - 1);
      for (let place = from; place <= to; place++) {
        const part = at === beforeAt ? 0 : (place - beforeAt) / (at - beforeAt);
        const here = beforeNear + (near - beforeNear) * part;
        if (here <= (nearest[place] ?? Infinity)) continue;
        nearest[place] = here;
        shown[place] = column - 1 + part;
      }
    }
    beforeAt = at;
    beforeNear = near;
  });
  return shown;
}
