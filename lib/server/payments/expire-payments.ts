import { newUuid, type Uuid } from '@/lib/ids/uuid';
import type { Change, Moment, Placed } from '@/lib/payments/change';
import { expirePayment, voidPayment } from '@/lib/payments/holding';
import { PAY_WITHIN_MS } from '@/lib/payments/payment-intent';
import { releasePayment } from '@/lib/payments/settling';
import { findReleasable, findUnanswered, findUnpaid } from '../db/due-store';
import { expirePending } from '../db/ledger-store';
import { findOrder } from '../db/orders-store';
import { commitChange } from '../db/payments-store';
import { databasePool } from '../db/pool';
import { logFault } from '../log';

/**
 * What happens although nobody calls. Any number of instances may run these at once:
 * whoever loses the race on an order simply leaves it.
 */

/** After dispatch a shopper has this long to object; then the merchant is paid. */
export const RELEASE_AFTER_MS = 7 * 24 * 60 * 60 * 1000;
const BATCH = 100;

type Plan = (placed: Placed, moment: Moment) => Change | undefined;

/** Gives the money back where the staff did not answer in time. @returns how many */
export async function lapseUnanswered(at: Date): Promise<number> {
  const ids = await findUnanswered(at, BATCH);
  return countDone(ids, at, (placed, moment) => voidPayment(placed, 'unanswered', moment));
}

/** Closes orders that were never paid. @returns how many */
export async function expireUnpaid(at: Date): Promise<number> {
  const ids = await findUnpaid(new Date(at.getTime() - PAY_WITHIN_MS), BATCH);
  return countDone(ids, at, expirePayment);
}

/** Pays merchants for goods that nobody objected to in time. @returns how many */
export async function releaseDispatched(at: Date): Promise<number> {
  const ids = await findReleasable(new Date(at.getTime() - RELEASE_AFTER_MS), BATCH);
  return countDone(ids, at, releasePayment);
}

/** Releases what the ledger held for too long, whoever forgot it. */
export function expireHolds(at: Date): Promise<readonly string[]> {
  return expirePending(databasePool(), at, BATCH);
}

async function countDone(orderIds: readonly Uuid[], at: Date, plan: Plan): Promise<number> {
  let done = 0;
  for (const id of orderIds) {
    // One order that fails must not keep the others waiting.
    const changed = await changeOne(id, at, plan).catch((error: unknown) => {
      logFault(`due:${id}`, error);
      return false;
    });
    if (changed) done++;
  }
  return done;
}

async function changeOne(orderId: Uuid, at: Date, plan: Plan): Promise<boolean> {
  const record = await findOrder(orderId);
  const change = record && plan(record, { at: at.toISOString(), newId: newUuid });
  return change ? commit(change, at) : false;
}

async function commit(change: Change, at: Date): Promise<boolean> {
  const result = await commitChange(change, at);
  if (result !== 'pending-expired') return result === 'ok';
  // The ledger had released the hold by itself: only the states are left to tell.
  return (await commitChange({ ...change, transfers: [] }, at)) === 'ok';
}
