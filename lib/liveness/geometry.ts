/**
 * Measures of the 68 landmarks (iBUG 300-W order), the same in the browser, which helps the
 * person by them, and on the server, which need not believe the browser's. All are ratios to
 * the distance between the eyes: free of scale, position and roll.
 */

/** x0, y0, x1, y1 …: 136 numbers, pixels of the unmirrored frame. */
export type LandmarkPoints = ArrayLike<number>;

export type Point = readonly [x: number, y: number];

const LEFT_EYE_IN_IMAGE = [36, 37, 38, 39, 40, 41] as const;
const RIGHT_EYE_IN_IMAGE = [42, 43, 44, 45, 46, 47] as const;
const NOSE_TIP = 30;
const MOUTH_CORNERS = [48, 54] as const;

export function pointAt(landmarks: LandmarkPoints, index: number): Point {
  return [landmarks[index * 2] ?? 0, landmarks[index * 2 + 1] ?? 0];
}

/** Pixels between the centres of the eyes. */
export function eyeDistance(landmarks: LandmarkPoints): number {
  const { left, right } = eyes(landmarks);
  return distance(left, right);
}

/** Width of the mouth over the distance between the eyes; grows by about 0.19 in a smile. */
export function mouthWidth(landmarks: LandmarkPoints): number {
  const [a, b] = MOUTH_CORNERS;
  const width = distance(pointAt(landmarks, a), pointAt(landmarks, b));
  return ratio(width, eyeDistance(landmarks));
}

/**
 * How far the tip of the nose lies from the middle of the eyes, along the line of the
 * eyes, over their distance: about 0 from the front, positive when the person turns to
 * the own left (the nose moves to the right of the unmirrored image).
 */
export function noseOffset(landmarks: LandmarkPoints): number {
  const { left, right } = eyes(landmarks);
  const span = distance(left, right);
  const nose = pointAt(landmarks, NOSE_TIP);
  const along =
    (nose[0] - (left[0] + right[0]) / 2) * (right[0] - left[0]) +
    (nose[1] - (left[1] + right[1]) / 2) * (right[1] - left[1]);
  return ratio(along, span * span);
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

function eyes(landmarks: LandmarkPoints): { left: Point; right: Point } {
  return {
    left: centre(landmarks, LEFT_EYE_IN_IMAGE),
    right: centre(landmarks, RIGHT_EYE_IN_IMAGE),
  };
}

function centre(landmarks: LandmarkPoints, indices: readonly number[]): Point {
  const points = indices.map((index) => pointAt(landmarks, index));
  return [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Landmarks that coincide measure nothing: 0, not NaN. */
function ratio(value: number, unit: number): number {
  return unit > 0 ? value / unit : 0;
}
