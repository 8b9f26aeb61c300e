import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import { captureEvidenceSchema, type CaptureEvidence } from '@/lib/identity/evidence';
import { judgeCapture, type Judgement } from '@/lib/identity/judgement/judge-capture';
import type { Check } from '@/lib/identity/check';
import { JUDGEMENT_POLICY } from '@/lib/identity/policy';
import { SIGNED_TYPES } from '@/lib/identity/signed';
import { EMBEDDER } from '@/models/embedder/model';
import { now } from '../clock';
import {
  consumeChallenge,
  findChallenge,
  noteColourAnswer,
  type ChallengeRow,
} from '../db/challenges-store';
import { done, refused, type Failure, type Result } from '../result';
import { openSigned } from './open-signed';

/** Whom a challenge must have been made for, so that it can be answered here. */
export type Answerer = Pick<ChallengeRow, 'purpose' | 'paymentId' | 'shopperId' | 'terminalId'>;

export interface VerifiedCapture extends Pick<Judgement, 'decision' | 'probe'> {
  readonly challenge: ChallengeRow;
  readonly evidence: CaptureEvidence;
  /** All that was measured, for the sealed audit record only. */
  readonly checks: readonly Check[];
}

/**
 * The last of three: consumes the challenge, whatever comes of it, then judges the evidence. A
 * challenge that was made for someone or something else, or that another device answers, does
 * not exist as far as the asker knows; trying that uses nothing up.
 *
 * @param signed the evidence as its device signed it
 */
export async function verifyCapture(
  challengeId: string,
  signed: string,
  answerer: Answerer,
): Promise<Result<VerifiedCapture>> {
  const at = now();
  const found = await openChallenge(challengeId, answerer, at);
  if (!found.ok) return found;
  const challenge = found.value;
  const { evidence: typ } = SIGNED_TYPES;
  const opened = await openSigned(challenge, signed, typ, captureEvidenceSchema);
  if (!opened.ok) return opened;
  const evidence = opened.value;
  if (!repeats(evidence, challenge)) return refused('challenge-unknown');
  if (!(await consumeChallenge(challenge.id, at))) return refused('challenge-used');
  if (evidence.modelId !== EMBEDDER.id) return refused('try-again');
  const elapsedMs = at.getTime() - challenge.issuedAt.getTime();
  const judgement = judgeCapture(challenge, evidence, elapsedMs, JUDGEMENT_POLICY);
  const { decision, probe, checks, signals, colour } = judgement;
  if (colour !== 'unasked') await noteColourAnswer(challenge.id, colour);
  return done({ challenge, evidence, decision, probe, checks: [...checks, ...signals] });
}

/** A challenge that this asker may still answer. */
export async function openChallenge(
  challengeId: string,
  answerer: Answerer,
  at: Date,
): Promise<Result<ChallengeRow>> {
  const challenge = await findChallenge(challengeId);
  if (!challenge || !isFor(challenge, answerer)) return refused('challenge-unknown');
  return closedBecause(challenge, at) ?? done(challenge);
}

function isFor(challenge: ChallengeRow, answerer: Answerer): boolean {
  return (
    challenge.purpose === answerer.purpose &&
    challenge.paymentId === answerer.paymentId &&
    challenge.shopperId === answerer.shopperId &&
    challenge.terminalId === answerer.terminalId
  );
}

/** Whether what was signed is about this very challenge, amount and payee included. */
function repeats(evidence: CaptureEvidence, { id, nonce, binding }: ChallengeRow): boolean {
  return (
    evidence.challengeId === id &&
    evidence.nonce === nonce &&
    isDeepStrictEqual(evidence.binding, binding)
  );
}

function closedBecause(challenge: ChallengeRow, at: Date): Failure | undefined {
  if (challenge.consumedAt) return refused('challenge-used');
  if (challenge.expiresAt <= at) return refused('challenge-expired');
  return undefined;
}
