import { EMBEDDER } from '@/models/embedder/model';
import { EXPRESSION } from '@/models/expression/model';
import { LANDMARKS } from '@/models/landmarks/model';
import type { Purpose } from '@/lib/intents/intent';
import type { JudgementPolicy } from './judgement/judge-face-check';

export const JUDGEMENT_POLICY: JudgementPolicy = {
  acts: {
    neutralHappyMax: EXPRESSION.thresholds.calmHappyMax,
    smile: EXPRESSION.thresholds.smile,
    turnOffsetMin: LANDMARKS.thresholds.turnOffsetMin,
  },
  person: {
    samePersonMax: EMBEDDER.thresholds.samePersonMax,
    confirmedSmileMax: EMBEDDER.thresholds.samePersonMax.smile,
  },
  depth: { mouthResidualMin: 0.02, mouthOverRestMin: 2, noseParallaxMin: 0.06 },
  colour: { gainMin: 0.008, correlationMin: 0.3 },
  // Slow counts nothing, although films are: so are some people.
  weights: { quick: 4, slow: 0, quickMs: 2_000, answered: 15, silent: -15 },
  oddsMin: 11,
};

/** A payment has a template that can confirm a smile which moved the descriptor far. */
const PAYMENT_POLICY: JudgementPolicy = {
  ...JUDGEMENT_POLICY,
  person: { ...JUDGEMENT_POLICY.person, confirmedSmileMax: EMBEDDER.thresholds.confirmedSmileMax },
};

export function judgementPolicyFor(purpose: Purpose): JudgementPolicy {
  return purpose === 'payment' ? PAYMENT_POLICY : JUDGEMENT_POLICY;
}

/** Failed faces that one payment may see before only the other ways remain. */
export const FACE_ATTEMPTS_MAX = 5;

/** Part of the bits of two evidence digests that must differ; unrelated ones differ in half. */
export const REPEAT_DISTANCE_MIN = 0.1;
