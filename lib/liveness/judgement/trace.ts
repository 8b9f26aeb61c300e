import type { Challenge, ChallengeStep } from '../challenge';
import type { Evidence, TraceFrame } from '../evidence';
import type { StepKind } from '../step-kinds';
import { mouthWidth, noseOffset } from '../geometry';
import { saysSmile, type SmileBounds } from '../smile';
import { median } from '../statistics';

/** What was asked for. */
export type JudgedChallenge = Pick<Challenge, 'steps' | 'colours'>;

/** What a face does in one frame; `between` is neither at rest nor an act, or not alone. */
export type Act = 'rest' | 'between' | Exclude<StepKind, 'neutral'>;

/** Bounds of the acts; the calibrated ones come from `models/<network>/model.ts`. */
export interface ActBounds {
  /** `happy` at or under this is a calm face. */
  readonly neutralHappyMax: number;
  readonly smile: SmileBounds;
  /** Change of the nose's offset against the person's own calm face, in eye distances. */
  readonly turnOffsetMin: number;
}

/** A frame of the trace with what the server measures in it. */
export interface SeenFrame extends TraceFrame {
  /** Both against the own calm face, in eye distances. */
  readonly mouthRise: number;
  readonly turn: number;
  readonly act: Act;
}

/** One step as it was asked for and answered. */
export interface Episode {
  readonly index: number;
  readonly step: ChallengeStep;
  /** NaN when it was never shown. */
  readonly shownAtMs: number;
  /** Frames from the prompt to the next one's. */
  readonly frames: readonly SeenFrame[];
  /** The first frame that does what was asked. */
  readonly answer: SeenFrame | undefined;
}

/** The evidence as the checks read it. */
export interface Trace {
  readonly frames: readonly SeenFrame[];
  readonly episodes: readonly Episode[];
}

/** Measures every frame against the person's own calm face: the medians of the neutral step. */
export function readTrace(
  { steps }: JudgedChallenge,
  { frames, prompts }: Evidence,
  bounds: ActBounds,
): Trace {
  const neutral = steps.findIndex(({ kind }) => kind === 'neutral');
  const own = frames.filter(({ step }) => step === neutral);
  const calmWidth = median(own.map(({ landmarks }) => mouthWidth(landmarks)));
  const calmOffset = median(own.map(({ landmarks }) => noseOffset(landmarks)));
  const seen = frames.map((frame): SeenFrame => {
    const mouthRise = mouthWidth(frame.landmarks) - calmWidth;
    const turn = noseOffset(frame.landmarks) - calmOffset;
    // Whose smile it is cannot be said while two look in: nothing counts as done then.
    const alone = frame.faces === 1;
    const act = alone ? actOf(frame.happy, mouthRise, turn, bounds) : 'between';
    return { ...frame, mouthRise, turn, act };
  });
  const episodes = steps.map((step, index): Episode => {
    const shownAtMs = prompts.find((prompt) => prompt.step === index)?.shownAtMs ?? NaN;
    const after = seen.filter((frame) => frame.step === index && frame.tMs >= shownAtMs);
    const answer = after.find(({ act }) => act === wanted(step.kind));
    return { index, step, shownAtMs, frames: after, answer };
  });
  return { frames: seen, episodes };
}

/** The act that answers a prompt. */
export function wanted(kind: StepKind): Act {
  return kind === 'neutral' ? 'rest' : kind;
}

/** A turned head first: the expression network does not know profiles. */
function actOf(happy: number, mouthRise: number, turn: number, bounds: ActBounds): Act {
  if (turn >= bounds.turnOffsetMin) return 'turn-left';
  if (turn <= -bounds.turnOffsetMin) return 'turn-right';
  if (saysSmile(happy, mouthRise, bounds.smile)) return 'smile';
  const isCalm = happy <= bounds.neutralHappyMax && mouthRise < bounds.smile.mouthRiseMin;
  return isCalm ? 'rest' : 'between';
}
