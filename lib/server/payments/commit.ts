import 'server-only';
import type { ProblemCode } from '@/lib/api/problems';
import { newUuid, type Uuid } from '@/lib/ids/uuid';
import type { ResultCode } from '@/lib/ledger/result';
import type { Change, Moment } from '@/lib/payments/change';
import { now } from '../clock';
import { findOrder, type OrderRecord } from '../db/orders-store';
import { commitChange } from '../db/payments-store';
import { done, refused, type Result } from '../result';

/** Often enough for a queue of tablets tapping one order; each loser re-reads first. */
const TRIES_MAX = 5;

/**
 * Works out a change on the order as it is now and commits it; when somebody else was
 * faster, looks again and works it out anew.
 *
 * @param plan undefined when the act does not apply to this state (any more).
 */
export async function commitOn(
  orderId: Uuid,
  plan: (record: OrderRecord, moment: Moment) => Change | undefined,
): Promise<Result<OrderRecord>> {
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    const record = await findOrder(orderId);
    if (!record) return refused('not-found');
    const at = now();
    const change = plan(record, { at: at.toISOString(), newId: newUuid });
    if (!change) return refused('wrong-state');
    const result = await commitChange(change, at);
    if (result === 'ok') return reread(orderId);
    if (result !== 'conflict') return refused(problemOf(result));
  }
  return refused('wrong-state');
}

async function reread(orderId: Uuid): Promise<Result<OrderRecord>> {
  const record = await findOrder(orderId);
  return record ? done(record) : refused('not-found');
}

/** What the ledger's answer means to whoever pays; anything else is a fault of ours. */
function problemOf(code: Exclude<ResultCode, 'ok'>): ProblemCode {
  switch (code) {
    case 'insufficient-funds':
    case 'unknown-account': // a wallet in this currency was never opened: nothing is in it
      return 'insufficient-funds';
    case 'pending-already-posted':
    case 'pending-already-voided':
    case 'pending-expired':
      return 'wrong-state';
    case 'amount-out-of-range':
    case 'balance-overflow':
      return 'amount-out-of-range';
    // The id of a refund, which a client makes: it is the id of some transfer already, perhaps of
    // another payer's. `exists` is an equal one that this payment does not know of.
    case 'exists':
    case 'exists-with-different-kind':
    case 'exists-with-different-pending-id':
    case 'exists-with-different-timeout':
    case 'exists-with-different-accounts':
    case 'exists-with-different-currency':
    case 'exists-with-different-amount':
    case 'exists-with-different-reference':
    case 'exists-with-different-code':
      return 'id-reused';
    default:
      throw new Error(`the ledger refused with ${code}`);
  }
}
