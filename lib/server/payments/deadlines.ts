import type { Uuid } from '@/lib/ids/uuid';
import type { PaymentWithOrder, Moment, Planned } from '@/lib/payments/change';
import { expirePayment, voidPayment } from '@/lib/payments/holding';
import { PAY_WITHIN_MS } from '@/lib/payments/payment-intent';
import { releaseUndisputed } from '@/lib/payments/settling';
import { findReleasable, findUnanswered, findUnpaid } from '../db/deadlines-store';
import { expirePending } from '../db/ledger-store';
import { findPayment } from '../db/payments-store';
import { databasePool } from '../db/pool';
import { logFault } from '../log';
import { commitOn } from './commit';

/**
 * What happens when a time limit is over, although nobody calls. Any number of instances may run
 * these at once: a payment is changed by one of them.
 */

/** After dispatch a shopper has this long to object; then the merchant is paid. */
export const RELEASE_AFTER_MS = 7 * 24 * 60 * 60 * 1000;
const BATCH = 100;

type Plan = (record: PaymentWithOrder, moment: Moment) => Planned;

/** Gives the money back where the staff did not answer in time. @returns how many */
export async function lapseUnanswered(at: Date): Promise<number> {
  const ids = await findUnanswered(at, BATCH);
  return countDone(ids, at, (record, moment) => voidPayment(record, 'unanswered', moment));
}

/** Closes payments that nobody has paid. @returns how many */
export async function expireUnpaid(at: Date): Promise<number> {
  const ids = await findUnpaid(new Date(at.getTime() - PAY_WITHIN_MS), BATCH);
  return countDone(ids, at, expirePayment);
}

/** Pays merchants for goods that nobody objected to in time. @returns how many */
export async function releaseDispatched(at: Date): Promise<number> {
  const ids = await findReleasable(new Date(at.getTime() - RELEASE_AFTER_MS), BATCH);
  return countDone(ids, at, releaseUndisputed);
}

/** Expires the holds that are too old for the ledger, whatever became of their payments. */
export function expireHolds(at: Date): Promise<readonly string[]> {
  return expirePending(databasePool(), at, BATCH);
}

async function countDone(paymentIds: readonly Uuid[], at: Date, plan: Plan): Promise<number> {
  let done = 0;
  for (const id of paymentIds) {
    // One payment that fails must not keep the others waiting.
    const changed = await changeOne(id, at, plan).catch((error: unknown) => {
      logFault(`deadline:${id}`, error);
      return false;
    });
    if (changed) done++;
  }
  return done;
}

async function changeOne(paymentId: Uuid, at: Date, plan: Plan): Promise<boolean> {
  const record = await findPayment(paymentId);
  return record !== null && (await commitOn(record, plan, { clock: () => at })).ok;
}
