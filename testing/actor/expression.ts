import type { Point } from './raster';
import { thinPlate, type Surface } from './spline';

/**
 * Face space: upright, unmirrored, the origin midway between the eyes, x to the image's
 * right, y down, one unit the distance between the middles of the eyes.
 */
export type FacePoint = Point;

/** How a mouth differs from the one in the photo. Zero, zero is the photo itself. */
export interface Expression {
  /** 1 is a plain smile more than in the photo, −1 one less. */
  readonly smile: number;
  /** 1 shuts lips that the photo shows parted. */
  readonly shut: number;
}

/**
 * What one unit of smile does on the image's left half (outward, up; in eye distances), after
 * the action units of a smile (Ekman's AU 12 lip corner puller, AU 6 cheek raiser). The other
 * half mirrors it.
 */
const SMILE: readonly (readonly [index: number, twin: number, outward: number, up: number])[] = [
  [48, 54, 0.14, 0.11],
  [49, 53, 0.09, 0.06],
  [50, 52, 0.04, 0.015],
  [51, 51, 0, -0.01],
  [59, 55, 0.1, 0.035],
  [58, 56, 0.05, 0],
  [57, 57, 0, -0.01],
  [60, 64, 0.13, 0.1],
  [61, 63, 0.05, 0.02],
  [62, 62, 0, -0.01],
  [67, 65, 0.05, -0.01],
  [66, 66, 0, -0.015],
  [31, 35, 0.025, 0.01],
  [32, 34, 0.012, 0.005],
  [41, 46, 0, 0.02],
  [40, 47, 0, 0.02],
  [4, 12, 0.015, 0.005],
  [5, 11, 0.015, 0.005],
];

/** Cheeks carry no landmark, but a smile lifts them. */
const CHEEKS: readonly (readonly [FacePoint, Point])[] = [
  [
    [-0.68, 0.6],
    [-0.03, -0.07],
  ],
  [
    [0.68, 0.6],
    [0.03, -0.07],
  ],
];

/** Where skin, hair and clothes stay put whatever the mouth does. */
const STILL: readonly FacePoint[] = [
  ...([-1.5, -0.8, 0, 0.8, 1.5] as const).map((x): FacePoint => [x, -1.3]),
  ...([-0.3, 0.6, 1.4, 2.2] as const).flatMap((y): FacePoint[] => [
    [-1.8, y],
    [1.8, y],
  ]),
  [0, 2.3],
  [-3.6, -2.4],
  [3.6, -2.4],
  [-3.6, 3.4],
  [3.6, 3.4],
];

/**
 * What one amount of smile makes of the landmarks.
 *
 * @param marks 68 landmarks in face space.
 */
function smiling(marks: readonly FacePoint[], amount: number): FacePoint[] {
  const shifts = new Map<number, Point>(
    SMILE.flatMap(([index, twin, outward, up]) => [
      [twin, [outward * amount, -up * amount]],
      [index, [index === twin ? 0 : -outward * amount, -up * amount]],
    ]),
  );
  return marks.map(([x, y], i) => {
    const [dx, dy] = shifts.get(i) ?? [0, 0];
    return [x + dx, y + dy];
  });
}

/**
 * Where each point of the smiling face comes from: (x, y) → (dx, dy) to add to get the point
 * of the face as it was, both in face space.
 */
export function smileField(marks: readonly FacePoint[], amount: number): Surface {
  const posed = smiling(marks, amount);
  const cheeks = CHEEKS.map(([[x, y], [dx, dy]]) => ({
    at: [x + dx * amount, y + dy * amount] as const,
    back: [-dx * amount, -dy * amount],
  }));
  return thinPlate(
    [...posed, ...cheeks.map(({ at }) => at), ...STILL],
    [
      ...posed.map(([x, y], i) => [(marks[i]?.[0] ?? x) - x, (marks[i]?.[1] ?? y) - y]),
      ...cheeks.map(({ back }) => back),
      ...STILL.map(() => [0, 0]),
    ],
  );
}
