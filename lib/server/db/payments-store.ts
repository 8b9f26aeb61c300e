import { isResultCode, refusalOf, type ResultCode } from '@/lib/ledger/result';
import { toLedgerWire } from '@/lib/ledger/wire';
import type { Order } from '@/lib/orders/order';
import type { Change } from '@/lib/payments/change';
import { encodeState } from '@/lib/payments/state-codec';
import { outboxWritten } from './outbox-signal';
import { databasePool } from './pool';
import { withRetry } from './retry';

/** `conflict`: somebody else changed payment or order first. Else why the ledger said no. */
export type CommitResult = 'ok' | 'conflict' | ResultCode;

/**
 * Commits a change in one round trip and one transaction, or changes nothing. The very same change
 * may be sent again when the answer was lost: it is `ok` once more, and happens once.
 */
export async function commitChange(change: Change, at: Date): Promise<CommitResult> {
  const answer = await call('SELECT payment_commit($1, $2) AS answer', [
    JSON.stringify(wireOf(change)),
    at,
  ]);
  if (answer.result !== 'refused') return answer.result;
  const code = refusalOf((answer.codes ?? []).filter(isResultCode));
  if (!code) throw new Error('the ledger refused without a code');
  return code;
}

/** Commits a change of an order that moves no money. */
export async function commitOrder(
  before: Order,
  order: Order,
  at: Date,
): Promise<'ok' | 'conflict'> {
  const messages = [{ topic: `order.${order.state.kind}`, payload: { orderId: order.id } }];
  const answer = await call('SELECT order_commit($1, $2, $3) AS answer', [
    JSON.stringify(orderOf(order, before.version)),
    JSON.stringify(messages),
    at,
  ]);
  return answer.result === 'ok' ? 'ok' : 'conflict';
}

interface Answer {
  readonly result: 'ok' | 'conflict' | 'refused';
  readonly codes?: readonly string[];
}

async function call(sql: string, values: readonly unknown[]): Promise<Answer> {
  const { rows } = await withRetry(() =>
    databasePool().query<{ answer: Answer }>(sql, [...values]),
  );
  const answer = rows[0]?.answer;
  if (!answer) throw new Error('the database gave no answer');
  if (answer.result === 'ok') outboxWritten();
  return answer;
}

function wireOf({ before, payment, order, transfers, messages }: Change) {
  return {
    payment: {
      id: payment.id,
      version: before.version,
      state: payment.state.kind,
      data: encodeState(payment.state),
      ...('payer' in payment.state && { payer_id: payment.state.payer.shopperId }),
    },
    ...(order && { order: orderOf(order, order.version) }),
    transfers: toLedgerWire(transfers.length > 0 ? [transfers] : []),
    messages,
  };
}

function orderOf({ id, state }: Order, version: number) {
  return { id, version, state: state.kind, data: state };
}
