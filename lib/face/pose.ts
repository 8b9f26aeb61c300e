import { alignFace, rollOf, type Alignment } from './alignment';
import { landmarkAt, leftEye, rightEye, type Landmarks } from './landmarks';
import type { Point } from './similarity';

/**
 * Which way a head points, radians. Positive yaw: turned to the person's own left, the nose
 * moves to the image's right. Positive pitch: looking up. Positive roll: clockwise in the image.
 */
export interface Pose {
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
}

/** How far the nose's tip stands out of the plane of the eyes, in eye distances. */
const NOSE_DEPTH = 0.6;

/** Where the nose's tip lies between eyes (0) and mouth (1) when looking straight ahead. */
const NOSE_LEVEL = 0.53;

/** Distance from eyes to mouth, in eye distances, when looking straight ahead. */
const FACE_LENGTH = 1.06;

/**
 * From where the nose's tip lies between eyes and mouth: seen from the front it is in the
 * middle, turned by φ it moves by `NOSE_DEPTH` · tan φ eye distances. Good to about ±10°,
 * which is enough to tell straight, slightly turned and turned.
 *
 * @requires 68 landmarks of a face whose eyes and mouth do not coincide.
 */
export function poseOf(landmarks: Landmarks, alignment: Alignment = alignFace(landmarks)): Pose {
  const roll = rollOf(alignment);
  const left = upright(leftEye(landmarks), roll);
  const right = upright(rightEye(landmarks), roll);
  const mouth = upright(mouthCentre(landmarks), roll);
  const nose = upright(landmarkAt(landmarks, 30), roll);
  const eyes = { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 };
  const level = (nose.y - eyes.y) / (mouth.y - eyes.y);
  // On the line from eyes to mouth, so that a leaning face is not taken for a turned one.
  const middle = eyes.x + level * (mouth.x - eyes.x);
  const offset = (nose.x - middle) / (right.x - left.x);
  return {
    yaw: Math.atan(offset / NOSE_DEPTH),
    pitch: Math.atan(((NOSE_LEVEL - level) * FACE_LENGTH) / NOSE_DEPTH),
    roll,
  };
}

function mouthCentre(landmarks: Landmarks): Point {
  const left = landmarkAt(landmarks, 48);
  const right = landmarkAt(landmarks, 54);
  return { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 };
}

function upright({ x, y }: Point, roll: number): Point {
  const cos = Math.cos(roll);
  const sin = Math.sin(roll);
  return { x: x * cos + y * sin, y: y * cos - x * sin };
}
