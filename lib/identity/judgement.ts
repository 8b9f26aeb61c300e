import type { CaptureChallenge, ChallengeStep } from './challenge';
import type { CaptureEvidence, Descriptor, StepKind, TraceFrame } from './evidence';
import { mouthWidth, noseOffset } from './geometry';
import { atLeast, atMost, euclidean, fuse, type Check } from './match';

/** Bounds of the judgement; the calibrated ones come from `models/<network>/model.ts`. */
export interface JudgementPolicy {
  /** Greatest distance of a descriptor from the neutral ones of the same capture. */
  readonly samePersonMax: number;
  /** The same for a turned head. */
  readonly samePersonTurnedMax: number;
  /** `happy` at or under this is a neutral face; at or over `smileHappyMin`, a smile. */
  readonly neutralHappyMax: number;
  readonly smileHappyMin: number;
  /** Rise of the mouth's width over the person's own neutral frames. */
  readonly mouthRiseMin: number;
  /** Change of the nose's offset against the person's own neutral frames. */
  readonly turnOffsetMin: number;
}

/** Bounds that follow from people and clocks, not from a network. */
const REACTION_MS = { min: 150, max: 5_000 } as const;
const EXPRESSIVE_FRAMES_MIN = 2;
/** Slow phones must be able to pay; a step still shows several frames at this pace. */
const FRAME_GAP_MS_MAX = 750;
/** Of the face box's width, from one frame to the next. */
const JUMP_MAX = 0.6;
const REPEATED_SHARE_MAX = 0.5;
/** The browser's clock may run a little ahead of the time between our two answers. */
const CLOCK_SLACK_MS = 500;

/** What was asked for. */
export type JudgedChallenge = Pick<CaptureChallenge, 'steps' | 'colours'>;

export interface Judgement {
  readonly passed: boolean;
  /** Every check with its value and bound, for the sealed audit record only. */
  readonly checks: readonly Check[];
  /** Fused over the steps in which the face is frontal: what recognition compares. */
  readonly probe: Descriptor;
}

/**
 * Judges a capture from its raw trace: were the steps acted in order, in human time,
 * by one and the same face? The browser's conclusions are no part of it.
 *
 * @param elapsedMs server time between the challenge's issue and its consumption.
 */
export function judgeCapture(
  { steps }: JudgedChallenge,
  evidence: CaptureEvidence,
  elapsedMs: number,
  policy: JudgementPolicy,
): Judgement {
  const { frames } = evidence;
  const neutral = baseline(steps, frames);
  const checks = [
    ...checkOrder(steps, evidence),
    ...checkClock(frames, elapsedMs),
    ...checkContinuity(frames),
    ...checkSamePerson(steps, evidence, policy),
    ...steps.flatMap((step, index) => checkStep(step, index, evidence, neutral, policy)),
  ];
  return {
    passed: checks.every(({ passed }) => passed),
    checks,
    probe: fuse(frontal(steps, evidence)),
  };
}

/** The person's own neutral face: the medians over the neutral step. */
interface Baseline {
  readonly mouthWidth: number;
  readonly noseOffset: number;
}

function baseline(steps: readonly ChallengeStep[], frames: readonly TraceFrame[]): Baseline {
  const index = steps.findIndex(({ kind }) => kind === 'neutral');
  const own = frames.filter(({ step }) => step === index);
  return {
    mouthWidth: median(own.map(({ landmarks }) => mouthWidth(landmarks))),
    noseOffset: median(own.map(({ landmarks }) => noseOffset(landmarks))),
  };
}

function checkOrder(
  steps: readonly ChallengeStep[],
  { prompts, frames }: CaptureEvidence,
): Check[] {
  const prompted = prompts.filter(({ step }, index) => step === index).length;
  const backward = frames.filter(({ step }, i) => step < (frames[i - 1]?.step ?? 0)).length;
  const beyond = frames.filter(({ step }) => step >= steps.length).length;
  const hurried = prompts.filter(({ shownAtMs }, i) => {
    const before = prompts[i - 1];
    return before !== undefined && shownAtMs - before.shownAtMs < (steps[i]?.delayMs ?? 0);
  }).length;
  return [
    atLeast('steps-prompted', prompted, steps.length),
    atMost('prompts-surplus', prompts.length - steps.length, 0),
    atMost('steps-backward', backward, 0),
    atMost('steps-unknown', beyond, 0),
    atMost('prompts-hurried', hurried, 0),
  ];
}

function checkClock(frames: readonly TraceFrame[], elapsedMs: number): Check[] {
  const gaps = frames.slice(1).map(({ tMs }, i) => tMs - (frames[i]?.tMs ?? 0));
  const lastMs = frames.at(-1)?.tMs ?? 0;
  return [
    atLeast('clock-step-ms', Math.min(...gaps, Infinity), 1),
    atMost('frame-gap-ms', median(gaps), FRAME_GAP_MS_MAX),
    atMost('trace-beyond-elapsed-ms', lastMs - elapsedMs, CLOCK_SLACK_MS),
  ];
}

function checkContinuity(frames: readonly TraceFrame[]): Check[] {
  const jumps = frames.slice(1).map(({ box }, i) => {
    const before = frames[i]?.box ?? box;
    const centre = ([x, y, w, h]: typeof box) => [x + w / 2, y + h / 2] as const;
    const [ax, ay] = centre(before);
    const [bx, by] = centre(box);
    return Math.hypot(bx - ax, by - ay) / Math.max(before[2], 1);
  });
  const distinct = new Set(frames.map(({ landmarks }) => landmarks.join()));
  return [
    atMost('box-jump', Math.max(...jumps, 0), JUMP_MAX),
    atMost('repeated-frames', 1 - distinct.size / frames.length, REPEATED_SHARE_MAX),
  ];
}

/** Each descriptor against the mean of the neutral ones: a swap shows wherever it happens. */
function checkSamePerson(
  steps: readonly ChallengeStep[],
  { descriptors }: CaptureEvidence,
  policy: JudgementPolicy,
): Check[] {
  const turned = ({ step }: { step: number }) => steps[step]?.kind.startsWith('turn') ?? false;
  const neutral = descriptors.filter(({ step }) => steps[step]?.kind === 'neutral');
  if (neutral.length === 0) return [atMost('same-person', NaN, policy.samePersonMax)];
  const own = fuse(neutral.map(({ values }) => values));
  const farthest = (of: CaptureEvidence['descriptors']) =>
    Math.max(0, ...of.map(({ values }) => euclidean(own, values)));
  return [
    atMost('same-person', farthest(descriptors.filter((d) => !turned(d))), policy.samePersonMax),
    atMost('same-person-turned', farthest(descriptors.filter(turned)), policy.samePersonTurnedMax),
  ];
}

function checkStep(
  step: ChallengeStep,
  index: number,
  evidence: CaptureEvidence,
  neutral: Baseline,
  policy: JudgementPolicy,
): Check[] {
  const own = evidence.frames.filter((frame) => frame.step === index);
  const acted = own.filter((frame) => isActed(step.kind, frame, neutral, policy));
  const described = evidence.descriptors.filter(
    ({ step: at, tMs }) => at === index && own.some((frame) => frame.tMs === tMs),
  );
  const checks = [
    atLeast(`${step.kind}-frames`, acted.length, EXPRESSIVE_FRAMES_MIN),
    atLeast(`${step.kind}-descriptors`, described.length, 1),
  ];
  if (step.kind === 'neutral') return checks;
  const shownAtMs = evidence.prompts.find((prompt) => prompt.step === index)?.shownAtMs ?? 0;
  const reactionMs = (acted[0]?.tMs ?? Infinity) - shownAtMs;
  return [
    ...checks,
    atLeast(`${step.kind}-reaction-min-ms`, reactionMs, REACTION_MS.min),
    atMost(`${step.kind}-reaction-max-ms`, reactionMs, REACTION_MS.max),
  ];
}

function isActed(
  kind: StepKind,
  frame: TraceFrame,
  neutral: Baseline,
  policy: JudgementPolicy,
): boolean {
  const turned = noseOffset(frame.landmarks) - neutral.noseOffset;
  switch (kind) {
    case 'neutral':
      return frame.expression.happy <= policy.neutralHappyMax;
    case 'smile':
      return (
        frame.expression.happy >= policy.smileHappyMin &&
        mouthWidth(frame.landmarks) - neutral.mouthWidth >= policy.mouthRiseMin
      );
    case 'turn-left':
      return turned >= policy.turnOffsetMin;
    case 'turn-right':
      return turned <= -policy.turnOffsetMin;
    default:
      return kind satisfies never;
  }
}

/** A turned face moves the descriptor; recognition compares the frontal ones when it can. */
function frontal(steps: readonly ChallengeStep[], { descriptors }: CaptureEvidence): Descriptor[] {
  const facing = descriptors.filter(({ step }) => {
    const kind = steps[step]?.kind;
    return kind === 'neutral' || kind === 'smile';
  });
  return (facing.length > 0 ? facing : descriptors).map(({ values }) => values);
}

/** @returns NaN for nothing, which no bound passes. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}
