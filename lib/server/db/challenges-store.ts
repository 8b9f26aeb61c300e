import type { MerchantAction } from '@/lib/audit/actions';
import { payerPlace, type AuditActor } from '@/lib/audit/note';
import type { Check } from '@/lib/recognition/check';
import type { Intent, Purpose } from '@/lib/intents/intent';
import type { ChallengeLength, ChallengeStep } from '@/lib/liveness/challenge';
import type { ScreenColour } from '@/lib/liveness/colours';
import type { Claim } from '@/lib/access/claim';
import type { LimitCheck } from '@/lib/payments/limits/judge-face-payment';
import type { Uuid } from '@/lib/ids/uuid';
import { seal } from '../sealing/seal';
import { addAuditIn } from './audit-store';
import { databasePool } from './pool';
import { databasePrisma } from './prisma';
import { IN_LINE, lockRow } from './row-lock';

export interface ChallengeRow {
  readonly id: Uuid;
  readonly purpose: Purpose;
  readonly paymentId: Uuid | null;
  readonly shopperId: string | null;
  readonly terminalId: string | null;
  /** Null in what was asked before devices had keys. */
  readonly deviceId: Uuid | null;
  readonly claim: Claim;
  readonly candidateIds: readonly string[];
  readonly nonce: string;
  readonly intent: Intent;
  readonly length: ChallengeLength;
  readonly colours: readonly ScreenColour[];
  readonly steps: readonly ChallengeStep[];
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly consumedAt: Date | null;
  /** Whom a face that was near, or over a limit, was nearest to: their PIN completes it. */
  readonly nearestId: string | null;
}

/**
 * @param ofPaymentMax so many there may be for one payment; an enrolment has no such bound
 * @returns false when there are: nothing was written
 */
export function insertChallenge(
  challenge: Omit<ChallengeRow, 'consumedAt' | 'nearestId'>,
  ofPaymentMax: number,
): Promise<boolean> {
  const { candidateIds, steps, colours, ...columns } = challenge;
  const { paymentId } = columns;
  const data = {
    ...columns,
    candidateIds: [...candidateIds],
    colours: [...colours],
    steps: steps.map((step) => ({ ...step })),
  };
  return databasePrisma().$transaction(async (tx) => {
    if (paymentId) {
      await lockRow(tx, 'payments', paymentId);
      if ((await tx.challenge.count({ where: { paymentId } })) >= ofPaymentMax) return false;
    }
    await tx.challenge.create({ data });
    return true;
  }, IN_LINE);
}

type Vouched =
  'id' | 'paymentId' | 'deviceId' | 'purpose' | 'claim' | 'steps' | 'intent' | 'length' | 'colours';

export async function findChallenge(id: Uuid): Promise<ChallengeRow | null> {
  const row = await databasePrisma().challenge.findUnique({ where: { id } });
  // The table's checks and our own inserts vouch for what the columns hold.
  return row && (row as typeof row & Pick<ChallengeRow, Vouched>);
}

/** @returns false when it was used already: of two at once, one wins. */
export async function consumeChallenge(id: string, consumedAt: Date): Promise<boolean> {
  const { count } = await databasePrisma().challenge.updateMany({
    where: { id, consumedAt: null },
    data: { consumedAt },
  });
  return count === 1;
}

/** @returns false when the greeting of this challenge was asked for already. */
export async function claimIdentification(id: string, identifiedAt: Date): Promise<boolean> {
  const { count } = await databasePrisma().challenge.updateMany({
    where: { id, identifiedAt: null, consumedAt: null },
    data: { identifiedAt },
  });
  return count === 1;
}

/** Notes whether the skin showed the light of the screen. */
export async function noteColourAnswer(id: string, answer: 'answered' | 'silent'): Promise<void> {
  await databasePrisma().challenge.update({ where: { id }, data: { colourAnswer: answer } });
}

/** @returns what the latest face check at this device since then showed; null when there is none. */
export async function latestColourAnswer(deviceId: string, since: Date): Promise<string | null> {
  const latest = await databasePrisma().challenge.findFirst({
    where: { deviceId, colourAnswer: { not: null }, issuedAt: { gt: since } },
    orderBy: { issuedAt: 'desc' },
    select: { colourAnswer: true },
  });
  return latest?.colourAnswer ?? null;
}

/** Face checks of this payment that were judged and refused. */
export function countRefused(paymentId: Uuid): Promise<number> {
  return databasePrisma().challenge.count({ where: { paymentId, outcome: 'refused' } });
}

/** How often this person was near, but not enough alone, since then; a limit is no such case. */
export async function countStepUps(nearestId: string, since: Date): Promise<number> {
  const { rows } = await databasePool().query<{ times: number }>(
    `SELECT count(*)::int AS times FROM challenges
      WHERE nearest_id = $1 AND consumed_at > $2 AND over_limits IS NULL`,
    [nearestId, since],
  );
  return rows[0]?.times ?? 0;
}

/**
 * Notes for audit over which limits a face was that had been recognised.
 *
 * @param steppedUpId whose PIN may complete it now; null where nothing can
 */
export async function noteOverLimits(
  challengeId: string,
  over: readonly LimitCheck[],
  steppedUpId: string | null,
  {
    action,
    by,
    at,
  }: { readonly action: MerchantAction; readonly by: AuditActor; readonly at: Date },
): Promise<void> {
  const overLimits = over.map(({ reason, value, max }) => {
    return { reason, value: value.toString(), max: max.toString() };
  });
  const steppedUp = steppedUpId !== null && { outcome: 'step-up', nearestId: steppedUpId };
  const data = { overLimits, ...steppedUp };
  await databasePrisma().$transaction(async (tx) => {
    const { paymentId } = await tx.challenge.update({ where: { id: challengeId }, data });
    if (paymentId === null) return;
    const subject = { kind: 'payment', id: paymentId } as const;
    const note = { action, by, subject, details: { way: 'face', reason: 'limits' } };
    await addAuditIn(tx, subject, note, at);
  }, IN_LINE);
}

export type Outcome =
  | { readonly kind: 'accepted' | 'refused' }
  | { readonly kind: 'step-up'; readonly nearestId: string };

/**
 * Keeps what the decision saw, sealed: for audit, never for an answer. That a face did not pay
 * stands in the merchant's trail, without whose it was.
 */
export async function recordAssessment(
  { id: challengeId, paymentId, terminalId, shopperId }: JudgedChallenge,
  judged: Outcome,
  checks: readonly Check[],
  assessedAt: Date,
): Promise<void> {
  const { kind: outcome, ...nearest } = judged;
  const content = Buffer.from(JSON.stringify({ outcome, checks }));
  await databasePrisma().$transaction(async (tx) => {
    await tx.challenge.update({ where: { id: challengeId }, data: { outcome, ...nearest } });
    await tx.assessment.create({
      data: { challengeId, ...seal(content, `assessment:${challengeId}`), assessedAt },
    });
    if (paymentId === null || outcome === 'accepted') return;
    const action = outcome === 'step-up' ? 'payment.stepped-up' : 'payment.refused';
    const subject = { kind: 'payment', id: paymentId } as const;
    const by = payerPlace(terminalId, shopperId);
    await addAuditIn(tx, subject, { action, by, subject, details: { way: 'face' } }, assessedAt);
  }, IN_LINE);
}

type JudgedChallenge = Pick<ChallengeRow, 'id' | 'paymentId' | 'terminalId' | 'shopperId'>;

/**
 * Deletes challenges from before then, and with them what was seen when they were judged; but not
 * those of a payment that its payer says they did not make, which is open or was decided since then.
 *
 * @returns how many, at most `limit`
 */
export async function deleteChallenges(before: Date, limit: number): Promise<number> {
  const { rowCount } = await databasePool().query(
    `DELETE FROM challenges WHERE id IN (
       SELECT id FROM challenges
        WHERE issued_at < $1
          AND NOT EXISTS (SELECT FROM cases WHERE cases.payment_id = challenges.payment_id
                             AND (decided_at IS NULL OR decided_at >= $1))
        LIMIT $2 FOR UPDATE SKIP LOCKED)`,
    [before, limit],
  );
  return rowCount ?? 0;
}
