import type { StepKind } from '@/lib/identity/evidence';
import type { FaceObservation } from './observation';
import type { Exempt, HintCode } from './quality';
import { isCalm, isSmile, type CalmFace } from './smile';

/** What each kind of step asks of a face, and what it must not be blamed for meanwhile. */
export interface StepRule {
  /** The face before the prompt: what follows is then an answer to it. */
  readonly rests: (face: FaceObservation) => boolean;
  readonly restHint: HintCode;
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

const RADIANS = Math.PI / 180;

/** A turn that counts. */
const TURNED_YAW = 20 * RADIANS;

/** A face that still counts as looking ahead when a turn is asked for. */
const AHEAD_YAW = 12 * RADIANS;

/** From here on a turning face is a view of its own, and still near enough to be recognised. */
const SIDE_VIEW_YAW = 8 * RADIANS;

const anything = (): boolean => true;

function turn(side: 1 | -1): StepRule {
  return {
    rests: (face) => side * face.pose.yaw <= AHEAD_YAW,
    restHint: 'look-straight',
    answers: (face) => side * face.pose.yaw >= TURNED_YAW,
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
    represents: (face) => side * face.pose.yaw >= SIDE_VIEW_YAW,
  };
}

export const STEP_RULES: Readonly<Record<StepKind, StepRule>> = {
  neutral: {
    rests: anything,
    restHint: 'relax-face',
    answers: isCalm,
    nudge: 'relax-face',
    holdFrames: 5,
    holdMs: 200,
    exempt: [],
    represents: isCalm,
  },
  smile: {
    rests: isCalm,
    restHint: 'relax-face',
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
