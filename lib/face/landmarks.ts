import { eyeDistance, mouthWidth, noseOffset } from '@/lib/liveness/geometry';
import type { Point } from './similarity';

/**
 * 68 landmarks in pixels of the unmirrored camera frame: x0, y0, x1, y1 … in the iBUG 300-W
 * order. Left and right below are the image's, not the person's.
 */
export type Landmarks = Float32Array;

/** Outer corner to outer corner. */
const LEFT_EYE = [36, 37, 38, 39, 40, 41] as const;
const RIGHT_EYE = [42, 43, 44, 45, 46, 47] as const;

export function landmarkAt(landmarks: Landmarks, index: number): Point {
  return { x: landmarks[index * 2] ?? NaN, y: landmarks[index * 2 + 1] ?? NaN };
}

export function leftEye(landmarks: Landmarks): Point {
  return middle(landmarks, LEFT_EYE);
}

export function rightEye(landmarks: Landmarks): Point {
  return middle(landmarks, RIGHT_EYE);
}

export { eyeDistance, mouthWidth, noseOffset };

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest upright box around all landmarks, pixels. */
export function boxAround(landmarks: Landmarks): Box {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (let i = 0; i < landmarks.length; i += 2) {
    left = Math.min(left, landmarks[i] ?? left);
    right = Math.max(right, landmarks[i] ?? right);
    top = Math.min(top, landmarks[i + 1] ?? top);
    bottom = Math.max(bottom, landmarks[i + 1] ?? bottom);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function middle(landmarks: Landmarks, indices: readonly number[]): Point {
  let x = 0;
  let y = 0;
  for (const index of indices) {
    x += landmarks[index * 2] ?? NaN;
    y += landmarks[index * 2 + 1] ?? NaN;
  }
  return { x: x / indices.length, y: y / indices.length };
}
