import 'server-only';
import { randomBytes, randomInt } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import {
  CHALLENGE_LIFETIME_MS,
  chooseSteps,
  type CaptureChallenge,
  type ChallengePurpose,
} from '@/lib/identity/challenge';
import type { Claim } from '@/lib/identity/policy';
import { now } from '../clock';
import { insertChallenge } from '../db/challenges-store';

/** What a challenge is bound to; nothing else can ever be done with it. */
export interface ChallengeBinding {
  readonly purpose: ChallengePurpose;
  readonly claim: Claim;
  readonly candidateIds: readonly string[];
  readonly paymentId: string | null;
  readonly shopperId: string | null;
  readonly terminalId: string | null;
}

/** Makes a challenge of random steps that is valid once, for a minute, for this binding. */
export async function issueChallenge(binding: ChallengeBinding): Promise<CaptureChallenge> {
  const issuedAt = now();
  const expiresAt = new Date(issuedAt.getTime() + CHALLENGE_LIFETIME_MS);
  const id = uuidv7();
  const nonce = randomBytes(16).toString('base64url');
  const steps = chooseSteps(binding.purpose, unpredictable);
  await insertChallenge({ id, ...binding, nonce, steps, issuedAt, expiresAt });
  return { id, nonce, steps, expiresAt: expiresAt.toISOString() };
}

/** Uniform in [0, 1) from the system's generator: Math.random could be foretold. */
function unpredictable(): number {
  return randomInt(2 ** 32) / 2 ** 32;
}
