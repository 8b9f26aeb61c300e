import { alignFace } from './alignment';
import { boxAround, eyeDistance, mouthWidth, noseOffset, type Landmarks } from './landmarks';
import { MEAN_LANDMARKS } from './mean-face';
import type { FaceObservation, FrameObservation } from './observation';
import { poseOf } from './pose';
import { apply, type Similarity } from './similarity';

/** Faces for tests: dlib's mean face with a jaw, placed, turned and changed at will. */

/** A good place in a 640×480 frame: 180 px wide, upright, in the middle. */
export const IN_THE_MIDDLE: Similarity = { a: 180, b: 0, tx: 232, ty: 130 };

/** The jaw (0…16) is no part of dlib's mean face: half an ellipse under the ears. */
export function meanLandmarks(place: Similarity): Landmarks {
  const landmarks = new Float32Array(136);
  const put = (index: number, x: number, y: number): void => {
    const point = apply(place, { x, y });
    landmarks.set([point.x, point.y], index * 2);
  };
  for (let i = 0; i < 17; i += 1) {
    const angle = Math.PI * (1 - i / 16);
    put(i, 0.49 + 0.58 * Math.cos(angle), 0.25 + 0.85 * Math.sin(angle));
  }
  MEAN_LANDMARKS.forEach(({ index, x, y }) => put(index, x, y));
  return landmarks;
}

/** A good frame's face, calm, unless told otherwise. */
export function exampleFace(changes: Partial<FaceObservation> = {}): FaceObservation {
  const landmarks = changes.landmarks ?? meanLandmarks(IN_THE_MIDDLE);
  const alignment = alignFace(landmarks);
  return {
    box: boxAround(landmarks),
    landmarks,
    pose: poseOf(landmarks, alignment),
    expression: { neutral: 0.9, happy: 0.02 },
    light: {
      mean: 120,
      contrast: 40,
      burnt: 0,
      sided: 0.1,
      sharpness: 200,
      mouthDetail: 0.2,
      eyeDetail: 0.25,
      skin: [180, 140, 120],
    },
    eyeDistancePx: eyeDistance(landmarks),
    mouthWidth: mouthWidth(landmarks),
    noseOffset: noseOffset(landmarks),
    misfit: alignment.misfit,
    motion: 0.01,
    background: [150, 150, 150],
    ...changes,
  };
}

export function exampleFrame(
  changes: Partial<FrameObservation> & { readonly face: FaceObservation | null },
): FrameObservation {
  return {
    frameId: 1,
    tMs: 0,
    width: 640,
    height: 480,
    faceCount: changes.face ? 1 : 0,
    costMs: 15,
    ...changes,
  };
}
