import type { Expression } from '@/models/expression/run';
import type { Box, Landmarks } from './landmarks';
import type { Light } from './light';
import type { Pose } from './pose';

/** One face, measured in one frame. Coordinates are pixels of the unmirrored frame. */
export interface FaceObservation {
  /** Around the landmarks: from the brows to the chin. */
  readonly box: Box;
  readonly landmarks: Landmarks;
  readonly pose: Pose;
  readonly expression: Expression;
  readonly light: Light;
  /** Between the centres of the eyes, pixels. */
  readonly eyeDistancePx: number;
  /** Between the corners of the mouth, in eye distances. */
  readonly mouthWidth: number;
  /** How far the nose stands to the image's right of the eyes' middle, in eye distances. */
  readonly noseOffset: number;
  /** Distance of the landmarks from dlib's mean face, in unit face boxes. */
  readonly misfit: number;
  /** Mean way of the landmarks since the frame before, in eye distances; 0 for a new face. */
  readonly motion: number;
  /** Mean colour of what lies above and beside the head, RGB 0…255. */
  readonly background: readonly [number, number, number];
}

/** What the engine saw in one frame. */
export interface FrameObservation {
  readonly frameId: number;
  /** Milliseconds since the face check started, as the caller gave it. */
  readonly tMs: number;
  readonly width: number;
  readonly height: number;
  /** Faces of a size with the tracked one, as of the last detection. */
  readonly faceCount: number;
  readonly face: FaceObservation | null;
  /** Time that the networks and all around them took, milliseconds. */
  readonly costMs: number;
}
