import 'server-only';
import { hashIntent } from '@/lib/intents/intent';
import { evidenceSchema, type Evidence } from '@/lib/liveness/evidence';
import { judgeFaceCheck, type Judgement } from '@/lib/liveness/judgement/judge-face-check';
import type { Check } from '@/lib/recognition/check';
import { judgementPolicyFor } from '@/lib/liveness/policy';
import { SIGNED_TYPES } from '@/lib/liveness/signed';
import type { Uuid } from '@/lib/ids/uuid';
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

export interface VerifiedFaceCheck extends Pick<Judgement, 'decision' | 'probe' | 'toConfirm'> {
  readonly challenge: ChallengeRow;
  readonly evidence: Evidence;
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
export async function verifyFaceCheck(
  challenge: ChallengeRow,
  signed: string,
  answerer: Answerer,
): Promise<Result<VerifiedFaceCheck>> {
  const at = now();
  const closed = answerableBy(challenge, answerer, at);
  if (closed) return closed;
  const { evidence: typ } = SIGNED_TYPES;
  const opened = await openSigned(challenge, signed, typ, evidenceSchema);
  if (!opened.ok) return opened;
  const evidence = opened.value;
  if (!repeats(evidence, challenge)) return refused('challenge-unknown');
  if (!(await consumeChallenge(challenge.id, at))) return refused('challenge-used');
  if (evidence.modelId !== EMBEDDER.id) return refused('try-again');
  const elapsedMs = at.getTime() - challenge.issuedAt.getTime();
  const policy = judgementPolicyFor(challenge.purpose);
  const judgement = judgeFaceCheck(challenge, evidence, elapsedMs, policy);
  const { decision, probe, toConfirm, checks, signals, colour } = judgement;
  if (colour !== 'unasked') await noteColourAnswer(challenge.id, colour);
  return done({ challenge, evidence, decision, probe, toConfirm, checks: [...checks, ...signals] });
}

/** A challenge that this asker may still answer. */
export async function openChallenge(
  challengeId: Uuid,
  answerer: Answerer,
  at: Date,
): Promise<Result<ChallengeRow>> {
  const challenge = await findChallenge(challengeId);
  if (!challenge) return refused('challenge-unknown');
  return answerableBy(challenge, answerer, at) ?? done(challenge);
}

/** @returns why this asker cannot answer it, if so. */
function answerableBy(challenge: ChallengeRow, answerer: Answerer, at: Date): Failure | undefined {
  if (!isFor(challenge, answerer)) return refused('challenge-unknown');
  if (challenge.consumedAt) return refused('challenge-used');
  if (challenge.expiresAt <= at) return refused('challenge-expired');
  return undefined;
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
function repeats(evidence: Evidence, { id, nonce, intent }: ChallengeRow): boolean {
  return (
    evidence.challengeId === id &&
    evidence.nonce === nonce &&
    evidence.intentHash === hashIntent(intent)
  );
}
