import { atLeast, type Check } from '@/lib/recognition/check';
import { fuse, type Descriptor } from '@/lib/recognition/descriptor';
import type { Evidence } from '../evidence';
import { median } from '../statistics';
import { checkActing } from './acting';
import { colourAnswer, type ColourAnswer, type ColourBounds } from './colour-answer';
import {
  checkAlone,
  checkContinuity,
  checkSamePerson,
  descriptorsToConfirm,
  frontalSteps,
  type PersonBounds,
} from './continuity';
import { checkDepth, type DepthBounds } from './depth';
import { oddsOfLife, type OddsWeights } from './odds';
import { checkClock, checkOrder } from './order';
import { readTrace, type ActBounds, type JudgedChallenge } from './trace';

/** Bounds of the judgement; the calibrated ones come from `models/<network>/model.ts`. */
export interface JudgementPolicy {
  readonly acts: ActBounds;
  readonly person: PersonBounds;
  readonly depth: DepthBounds;
  readonly colour: ColourBounds;
  readonly weights: OddsWeights;
  /** Decibans: how sure we must be that this is no film. */
  readonly oddsMin: number;
}

/** What the person may be told: something to change, or nothing in particular. */
export type JudgementReason = 'try-again' | 'more-light';

export interface Judgement {
  readonly decision:
    { readonly kind: 'accept' } | { readonly kind: 'refuse'; readonly reason: JudgementReason };
  /** Every check with its value and bound, for the sealed audit record only. */
  readonly checks: readonly Check[];
  /** What decides nothing alone; its weight is in the odds. */
  readonly signals: readonly Check[];
  readonly colour: ColourAnswer['kind'];
  /** The mean of the calm and of the smiling face: what recognition compares. */
  readonly probe: Descriptor;
  /** Calm and smiling descriptors that recognition must find near, each by itself; often none. */
  readonly toConfirm: readonly Descriptor[];
}

/** Median luma of the face, 0…255: what the gate asks for, less a little. */
const LIGHT_MIN = 40;

/**
 * Judges a face check from its raw trace: were the steps acted in order, in human time, by one and
 * the same face that is no sheet and no film? The browser's conclusions are no part of it.
 *
 * @param elapsedMs server time between the challenge's issue and its consumption.
 */
export function judgeFaceCheck(
  challenge: JudgedChallenge,
  evidence: Evidence,
  elapsedMs: number,
  policy: JudgementPolicy,
): Judgement {
  const trace = readTrace(challenge, evidence, policy.acts);
  const colour = colourAnswer(challenge, evidence, trace, policy.colour);
  const light = atLeast('light', median(evidence.frames.map((frame) => frame.light)), LIGHT_MIN);
  const checks = [
    light,
    ...checkOrder(challenge, evidence),
    ...checkClock(evidence, elapsedMs),
    ...checkContinuity(evidence),
    checkAlone(evidence),
    ...checkSamePerson(challenge, evidence, policy.person),
    ...checkActing(trace, evidence),
    ...checkDepth(trace, policy.depth),
    atLeast('odds-of-life', oddsOfLife(trace, colour, policy.weights), policy.oddsMin),
  ];
  const passed = checks.every((check) => check.passed);
  const reason = light.passed ? 'try-again' : 'more-light';
  return {
    decision: passed ? { kind: 'accept' } : { kind: 'refuse', reason },
    checks,
    signals: signalsOf(colour, policy.colour),
    colour: colour.kind,
    probe: fuse(frontalSteps(challenge, evidence)),
    toConfirm: descriptorsToConfirm(challenge, evidence, policy.person),
  };
}

function signalsOf(colour: ColourAnswer, { gainMin, correlationMin }: ColourBounds): Check[] {
  if (colour.kind === 'unasked') return [];
  return [
    atLeast('colour-gain', colour.gain, gainMin),
    atLeast('colour-correlation', colour.correlation, correlationMin),
  ];
}
