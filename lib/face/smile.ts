import { EXPRESSION } from '@/models/expression/model';
import { saysSmile } from '@/lib/liveness/smile';
import type { FaceObservation } from './observation';

/** The own neutral face, from calm frames of this face check. */
export interface CalmFace {
  /** Mean mouth width, in eye distances. */
  readonly mouthWidth: number;
  /** Mean offset of the nose, in eye distances: nobody looks exactly straight ahead. */
  readonly noseOffset: number;
  readonly frames: number;
}

/** Beyond this many frames the mean stops moving fast: a slow smile must not drag it along. */
const FRAMES_MAX = 30;

/** Neither smiling nor speaking wide; what the network calls it otherwise does not matter. */
export function isCalm(face: FaceObservation): boolean {
  return face.expression.happy <= EXPRESSION.thresholds.calmHappyMax;
}

/** @requires a calm, good, frontal frame. */
export function learnCalmFace(calm: CalmFace | null, face: FaceObservation): CalmFace {
  const { mouthWidth, noseOffset } = face;
  if (!calm) return { mouthWidth, noseOffset, frames: 1 };
  const frames = Math.min(FRAMES_MAX, calm.frames + 1);
  return {
    mouthWidth: calm.mouthWidth + (mouthWidth - calm.mouthWidth) / frames,
    noseOffset: calm.noseOffset + (noseOffset - calm.noseOffset) / frames,
    frames,
  };
}

/** How much wider the mouth is than in the own calm face, in eye distances. */
export function mouthRise(face: FaceObservation, calm: CalmFace): number {
  return face.mouthWidth - calm.mouthWidth;
}

export function isSmile(face: FaceObservation, calm: CalmFace): boolean {
  return saysSmile(face.expression.happy, mouthRise(face, calm), EXPRESSION.thresholds.smile);
}
