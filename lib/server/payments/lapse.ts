import { v7 as uuidv7 } from 'uuid';
import { voidPayment } from '@/lib/payments/change';
import { expirePending } from '../db/ledger-store';
import { findOrder, findUnanswered } from '../db/orders-store';
import { commitChange } from '../db/payments-store';
import { databasePool } from '../db/pool';

/** Staff have this long to answer; then the guest has the money back. */
export const ANSWER_WITHIN_MS = 15 * 60 * 1000;
const BATCH = 100;

/**
 * Releases the holds of orders that nobody answered in time. Any number of instances may
 * run it at once: whoever loses the race on an order simply leaves it.
 *
 * @returns how many lapsed by this call.
 */
export async function lapseUnanswered(at: Date): Promise<number> {
  const ids = await findUnanswered(new Date(at.getTime() - ANSWER_WITHIN_MS), BATCH);
  let lapsed = 0;
  for (const id of ids) if (await lapse(id, at)) lapsed++;
  return lapsed;
}

/** Releases what the ledger held for too long, whoever forgot it. */
export function expireHolds(at: Date): Promise<readonly string[]> {
  return expirePending(databasePool(), at, BATCH);
}

async function lapse(orderId: string, at: Date): Promise<boolean> {
  const record = await findOrder(orderId);
  const moment = { at: at.toISOString(), newId: uuidv7 };
  const change = record && voidPayment(record, 'unanswered', moment);
  if (!change) return false;
  const result = await commitChange(change, at);
  if (result !== 'pending-expired') return result === 'ok';
  // The ledger had released the hold by itself: only the states are left to tell.
  return (await commitChange({ ...change, transfers: [] }, at)) === 'ok';
}
