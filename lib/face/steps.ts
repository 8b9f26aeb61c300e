import type { StepKind } from '@/lib/liveness/step-kinds';
import type { FaceObservation } from './observation';
import type { Exempt, HintCode } from './quality';
import { isCalm, isSmile, type CalmFace } from './smile';

/** What each kind of step asks of a face, and what it must not be blamed for meanwhile. */
export interface StepRule {
  /** The face before the prompt; what keeps it from being at rest, or null. */
  readonly rest: (face: FaceObservation, calm: CalmFace | null) => HintCode | null;
  readonly answers: (face: FaceObservation, calm: CalmFace | null) => boolean;
  /** For a person who does not answer. */
  readonly nudge: HintCode;
  /** Frames in a row, over at least this long. */
  readonly holdFrames: number;
  readonly holdMs: number;
  readonly exempt: Exempt;
  /** Whether a frame of this step may stand for the person. */
  readonly represents: (face: FaceObservation, calm: CalmFace | null) => boolean;
}

/**
 * A turn that counts: change of the nose's offset against the own calm face, in eye distances.
 * The server asks for less (`LANDMARKS.thresholds.turnOffsetMin`), so what is enough here is
 * enough there.
 */
const TURNED_OFFSET = 0.15;

/** A face that still counts as looking ahead. */
const AHEAD_OFFSET = 0.08;

/** From here on a turning face is a view of its own, and still near enough to be recognised. */
const SIDE_VIEW_OFFSET = 0.08;

function turnOf(face: FaceObservation, calm: CalmFace | null): number {
  return face.noseOffset - (calm?.noseOffset ?? 0);
}

/** Before any act: neither smiling nor turned, so that what follows is an answer. */
function isAtRest(face: FaceObservation, calm: CalmFace | null): HintCode | null {
  if (Math.abs(turnOf(face, calm)) > AHEAD_OFFSET) return 'look-straight';
  return isCalm(face) ? null : 'relax-face';
}

function turn(side: 1 | -1): StepRule {
  return {
    rest: isAtRest,
    answers: (face, calm) => side * turnOf(face, calm) >= TURNED_OFFSET,
    nudge: 'turn-more',
    holdFrames: 2,
    holdMs: 60,
    exempt: [
      'yaw',
      'pitch',
      'misfit',
      'motion',
      'sharpness',
      'sidedness',
      'offCentre',
      'mouthDetail',
      'eyeDetail',
    ],
    represents: (face, calm) => side * turnOf(face, calm) >= SIDE_VIEW_OFFSET,
  };
}

export const STEP_RULES: Readonly<Record<StepKind, StepRule>> = {
  neutral: {
    rest: () => null,
    answers: isCalm,
    nudge: 'relax-face',
    holdFrames: 5,
    holdMs: 200,
    exempt: [],
    represents: isCalm,
  },
  smile: {
    rest: isAtRest,
    answers: (face, calm) => calm !== null && isSmile(face, calm),
    nudge: 'smile-more',
    holdFrames: 4,
    holdMs: 120,
    // A smile bends the face away from the mean one, and people nod as they smile.
    exempt: ['misfit', 'pitch', 'motion'],
    represents: (face, calm) => calm !== null && isSmile(face, calm),
  },
  'turn-left': turn(1),
  'turn-right': turn(-1),
};
