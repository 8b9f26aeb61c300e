import 'server-only';
import type { TerminalActor } from '@/lib/access/actors';
import type { z } from 'zod';
import type { Identified, identifySchema } from '@/lib/api/payments';
import { greetingSchema, SIGNED_TYPES } from '@/lib/liveness/signed';
import type { Uuid } from '@/lib/ids/uuid';
import { fuse } from '@/lib/recognition/descriptor';
import { EMBEDDER } from '@/models/embedder/model';
import { greetWithinBudget } from '../access/face-budget';
import { openSigned } from '../liveness/open-signed';
import { openChallenge } from '../liveness/verify-face-check';
import { matchFaces } from '../recognition/match-faces';
import { now } from '../clock';
import {
  claimIdentification,
  consumeChallenge,
  recordAssessment,
  type ChallengeRow,
} from '../db/challenges-store';
import { findShopperById } from '../db/shoppers-store';
import { maskName } from '../access/masked-name';
import { done, refused, type Result } from '../result';

type Asked = z.output<typeof identifySchema>;

/**
 * Greets: while the smile is awaited, says whom the neutral frames look like. It pays
 * nothing (the whole evidence is matched again), can be asked once a challenge, and a no
 * ends the challenge as a refused face, so that it is no cheaper way to try faces. A face that is
 * only near is not named, and the smile still decides.
 */
export async function identify(
  { id: terminalId }: TerminalActor,
  paymentId: Uuid,
  asked: Asked,
  address: string,
): Promise<Result<Identified>> {
  const answerer = { purpose: 'payment', paymentId, terminalId, shopperId: null } as const;
  const found = await openChallenge(asked.challengeId, answerer, now());
  if (!found.ok) return found;
  const opened = await openSigned(
    found.value,
    asked.greeting,
    SIGNED_TYPES.greeting,
    greetingSchema,
  );
  if (!opened.ok) return opened;
  const { challengeId, nonce } = opened.value;
  if (challengeId !== asked.challengeId || nonce !== found.value.nonce)
    return refused('challenge-unknown');
  const { candidateIds } = found.value;
  return greetWithinBudget({ candidateIds, terminalId, deviceId: null, address }, () =>
    greet(found.value, opened.value),
  );
}

async function greet(
  challenge: ChallengeRow,
  { modelId, descriptors }: z.output<typeof greetingSchema>,
): Promise<Result<Identified>> {
  const { id, claim, candidateIds } = challenge;
  if (!(await claimIdentification(id, now()))) return refused('challenge-used');
  const comparable = modelId === EMBEDDER.id ? candidateIds : [];
  const { match } = await matchFaces(comparable, claim, fuse(descriptors));
  if (match.kind === 'unknown') {
    if (!(await consumeChallenge(id, now()))) return refused('challenge-used');
    await recordAssessment(challenge, { kind: 'refused' }, match.checks, now());
    return refused('face-unknown');
  }
  // No name yet and no end: the neutral frames alone vary more than with the smile.
  if (match.kind === 'step-up') return refused('one-more-thing');
  const shopper = await findShopperById(match.shopperId);
  return shopper ? done({ payer: maskName(shopper.name) }) : refused('face-unknown');
}
