import 'server-only';
import { payerPlace, type AuditActor } from '@/lib/audit/note';
import type { Confirmation } from '@/lib/intents/confirmation';
import { authorizePayment } from '@/lib/payments/holding';
import { defaultLimits, limitsAt } from '@/lib/payments/limits/face-limits';
import {
  DAY_OF_LIMITS_MS,
  ELSEWHERE_WITHIN_MS,
  judgeFacePayment,
  REFUSED_WITHIN_MS,
  type FacePaymentDecision,
} from '@/lib/payments/limits/judge-face-payment';
import { andThen, done as planned } from '@/lib/result';
import { attemptsAt } from '../access/attempts';
import { now } from '../clock';
import { noteOverLimits } from '../db/challenges-store';
import { findFacePaymentHistory } from '../db/face-payments-store';
import type { OrderRecord } from '../db/orders-store';
import { refused, type Failure, type Result } from '../result';
import { commitOn } from './commit';

/** A face was recognised and confirmed the payment. */
type ByFace = Extract<Confirmation, { method: 'face' }>;

/** Each further one means that a payment of the same person was faster. */
const TRIES_MAX = 3;

/**
 * Holds the amount for a face alone, within the payer's limits; above them the PIN is asked for. The
 * face was recognised, so this is no refused face and costs no attempt, and its picture is not
 * offered to be remembered.
 *
 * @param terminalId null on the own phone
 */
export async function holdByFace(
  { shopperId, method, challengeId }: ByFace,
  record: OrderRecord,
  terminalId: string | null,
): Promise<Result<OrderRecord>> {
  const place = payerPlace(terminalId, shopperId);
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    const judged = await judgeNow(shopperId, record, terminalId);
    if (judged.kind !== 'pass') {
      return stop(judged, shopperId, challengeId, place);
    }
    const paid = await commitOn(
      record,
      (latest, moment) =>
        andThen(authorizePayment(latest, { shopperId, method }, moment), (change) =>
          planned({ ...change, day: judged.day }),
        ),
      { by: place },
    );
    // Others have used up the day in between: it is judged again with what they paid.
    if (paid.ok || paid.code !== 'one-more-thing') return paid;
  }
  return refused('unavailable');
}

async function stop(
  { kind, over }: Exclude<FacePaymentDecision, { kind: 'pass' }>,
  shopperId: string,
  challengeId: string,
  by: AuditActor,
): Promise<Failure> {
  const action = kind === 'step-up' ? 'payment.stepped-up' : 'payment.refused';
  const steppedUpId = kind === 'step-up' ? shopperId : null;
  await noteOverLimits(challengeId, over, steppedUpId, { action, by, at: now() });
  return refused(kind === 'step-up' ? 'one-more-thing' : 'pin-not-set');
}

async function judgeNow(
  shopperId: string,
  { payment }: OrderRecord,
  terminalId: string | null,
): Promise<FacePaymentDecision> {
  const at = now();
  const { id: paymentId, storeId, amount } = payment;
  const ago = (milliseconds: number) => new Date(at.getTime() - milliseconds);
  const history = await findFacePaymentHistory({
    ...{ shopperId, paymentId, storeId, currency: amount.currency },
    daySince: ago(DAY_OF_LIMITS_MS),
    elsewhereSince: ago(ELSEWHERE_WITHIN_MS),
  });
  if (!history) throw new Error(`who pays ${paymentId} is gone`);
  const { limits, enrolledAt, ...known } = history;
  // Chosen limits are amounts of the wallet's currency, and no other wallet pays.
  const chosen = known.currency === amount.currency ? limits : null;
  return judgeFacePayment({
    ...known,
    amount,
    limits: limitsAt(chosen ?? defaultLimits(amount.currency), at).current,
    faceAgeMs: enrolledAt && at.getTime() - enrolledAt.getTime(),
    refusedHere: terminalId === null ? 0 : await refusedAt(terminalId, at),
  });
}

/** Those of whoever is recognised now were taken back already. */
async function refusedAt(terminalId: string, at: Date): Promise<number> {
  const since = at.getTime() - REFUSED_WITHIN_MS;
  const times = await attemptsAt({ kind: 'face:device', id: terminalId }, at);
  return times.filter((time) => time.getTime() > since).length;
}
