import 'server-only';
import { randomBytes, randomInt } from 'node:crypto';
import {
  FACE_CHECK_VERSION,
  CHALLENGE_LIFETIME_MS,
  chooseLength,
  chooseSteps,
  type Challenge,
  type ChallengeContext,
} from '@/lib/liveness/challenge';
import { chooseColours } from '@/lib/liveness/colours';
import type { Claim } from '@/lib/access/claim';
import { newUuid, type Uuid } from '@/lib/ids/uuid';
import type { Intent } from '@/lib/intents/intent';
import { now } from '../clock';
import { insertChallenge } from '../db/challenges-store';
import { LIMITS } from '../limits';
import { done, refused, type Result } from '../result';
import { ambientLightAt } from './ambient-light';

/** What a challenge is bound to, and how much it asks; nothing else can be done with it. */
export interface ChallengeOrder {
  readonly intent: Intent;
  readonly context: Omit<ChallengeContext, 'ambientLight'>;
  readonly claim: Claim;
  readonly candidateIds: readonly string[];
  readonly shopperId: string | null;
  readonly terminalId: string | null;
  /** Whose key must sign the evidence. */
  readonly deviceId: Uuid;
}

/**
 * The first of three: `generateFaceCheck` here, `startFaceCheck` in the browser,
 * `verifyFaceCheck` here again (docs/face-check-protocol.md).
 *
 * @ensures random steps, delays and colours, valid once, for a minute, for this order.
 * @returns `use-another-way` when this payment had too many of them.
 */
export async function generateFaceCheck(order: ChallengeOrder): Promise<Result<Challenge>> {
  const { intent, context, ...parties } = order;
  const issuedAt = now();
  const expiresAt = new Date(issuedAt.getTime() + CHALLENGE_LIFETIME_MS);
  const id = newUuid();
  const nonce = randomBytes(16).toString('base64url');
  const length = chooseLength({ ...context, ambientLight: await ambientLightAt(order.deviceId) });
  const steps = chooseSteps(length, unpredictable);
  const colours = length === 'thorough' ? [] : chooseColours(unpredictable);
  const row = {
    id,
    purpose: intent.purpose,
    paymentId: intent.purpose === 'payment' ? intent.paymentId : null,
    ...parties,
    intent,
    length,
    nonce,
    steps,
    colours,
    issuedAt,
    expiresAt,
  };
  if (!(await insertChallenge(row, LIMITS.challengesOfPayment))) return refused('use-another-way');
  return done({
    version: FACE_CHECK_VERSION,
    id,
    nonce,
    deviceId: order.deviceId,
    intent,
    steps,
    colours,
    expiresAt: expiresAt.toISOString(),
  });
}

/** Uniform in [0, 1) from the system's generator: Math.random could be foretold. */
function unpredictable(): number {
  return randomInt(2 ** 32) / 2 ** 32;
}
