import 'server-only';
import { BY_SYSTEM, type AuditActor } from '@/lib/audit/note';
import { notesOfChange } from '@/lib/audit/notes-of-change';
import type { ProblemCode } from '@/lib/api/problems';
import { newUuid } from '@/lib/ids/uuid';
import type { ResultCode } from '@/lib/ledger/result';
import type { OrderChange } from '@/lib/orders/change';
import type { Change, ChangeRefusal, Moment } from '@/lib/payments/change';
import type { Result as Decision } from '@/lib/result';
import { now } from '../clock';
import {
  commitChange,
  findPayment,
  type CommitResult,
  type PaymentRecord,
} from '../db/payments-store';
import { done, refused, type Result } from '../result';

/** Often enough for a queue of tablets tapping one order; each loser re-reads first. */
const TRIES_MAX = 10;

/**
 * Works out a change on a payment as the caller has loaded it and commits it; when somebody
 * else was faster, reads the payment again and works the change out anew.
 *
 * @param by who the audit trail says did it; nobody, when a time limit did
 * @requires that whatever allowed the caller to act stays true (who owns an order never changes)
 * @returns the record as it is now; `already-done` is answered as if it had been done now
 */
export async function commitOn<R extends PaymentRecord>(
  loaded: R,
  plan: (record: R, moment: Moment) => Decision<Change | OrderChange, ChangeRefusal>,
  { by = BY_SYSTEM, clock = now }: { readonly by?: AuditActor; readonly clock?: () => Date } = {},
): Promise<Result<R>> {
  let record = loaded;
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    const at = clock();
    const planned = plan(record, { at: at.toISOString(), newId: newUuid });
    if (!planned.ok) return planned.code === 'already-done' ? done(record) : refused(planned.code);
    const result = await commit(planned.value, at, by);
    if (result === 'ok') {
      return done(changed(record, planned.value));
    }
    if (result === 'over-limit') return refused('one-more-thing');
    if (result !== 'conflict') return refused(problemOf(result));
    const fresh = await findPayment(record.payment.id);
    if (!fresh) return refused('not-found');
    record = { ...record, ...fresh };
  }
  return refused('unavailable');
}

async function commit(
  change: Change | OrderChange,
  at: Date,
  by: AuditActor,
): Promise<CommitResult> {
  const notes = notesOfChange(change, by);
  const result = await commitChange(change, at, notes);
  if (result !== 'pending-expired' || change.kind !== 'payment') return result;
  if (change.payment.state.kind !== 'voided') return result;
  // The ledger has expired the hold by itself: only the states are left to change.
  return commitChange({ ...change, transfers: [] }, at, notes);
}

/** The record as the database has it after the change: each row's version counts one up. */
function changed<R extends PaymentRecord>(record: R, change: Change | OrderChange): R {
  const { order } = change;
  return {
    ...record,
    ...(change.kind === 'payment' && {
      payment: { ...change.payment, version: change.before.version + 1 },
    }),
    ...(order && { order: { ...order, version: order.version + 1 } }),
  };
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
