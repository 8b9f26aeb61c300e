import { EMBEDDER } from '@/models/embedder/model';
import { EXPRESSION } from '@/models/expression/model';
import { LANDMARKS } from '@/models/landmarks/model';
import type { Claim } from '@/lib/access/claim';
import type { JudgementPolicy } from './judgement/judge-face-check';
import type { MatchPolicy } from '@/lib/recognition/match';

/** The more people a claim leaves, the stricter the distance. */
export function matchPolicyFor(claim: Claim): MatchPolicy {
  const { verification, identification } = EMBEDDER.thresholds;
  return claim === 'last-four' ? identification : { ...verification, marginMin: 0 };
}

export const JUDGEMENT_POLICY: JudgementPolicy = {
  acts: {
    neutralHappyMax: EXPRESSION.thresholds.calmHappyMax,
    smileHappyMin: EXPRESSION.thresholds.happyMin,
    mouthRiseMin: EXPRESSION.thresholds.mouthRiseMin,
    turnOffsetMin: LANDMARKS.thresholds.turnOffsetMin,
  },
  person: {
    samePersonMax: EMBEDDER.thresholds.samePersonMax,
    samePersonTurnedMax: EMBEDDER.thresholds.samePersonTurnedMax,
  },
  depth: { mouthResidualMin: 0.02, mouthOverRestMin: 2, noseParallaxMin: 0.06 },
  colour: { gainMin: 0.008, correlationMin: 0.3 },
  // Slow counts nothing, although films are: so are some people.
  weights: { quick: 4, slow: 0, quickMs: 2_000, answered: 15, silent: -15 },
  oddsMin: 11,
};

/** Failed faces that one payment may see before only the other ways remain. */
export const FACE_ATTEMPTS_MAX = 5;

/** Part of the bits of two evidence digests that must differ; unrelated ones differ in half. */
export const REPEAT_DISTANCE_MIN = 0.1;
