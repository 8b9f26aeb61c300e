import type { AuditNote } from '@/lib/audit/note';
import type { Uuid } from '@/lib/ids/uuid';
import { isResultCode, refusalOf, type ResultCode } from '@/lib/ledger/result';
import { toLedgerWire } from '@/lib/ledger/wire';
import type { OrderChange } from '@/lib/orders/change';
import type { Order } from '@/lib/orders/order';
import type { Change, PaymentWithOrder } from '@/lib/payments/change';
import { DAY_OF_LIMITS_MS } from '@/lib/payments/limits/judge-face-payment';
import { encodeState } from '@/lib/payments/state-codec';
import { auditWire } from './audit-store';
import { orderOf } from './order-row';
import { outboxWritten } from './outbox-signal';
import { paymentOf } from './payment-row';
import { databasePool } from './pool';
import { databasePrisma } from './prisma';
import { withRetry } from './retry';

/** A payment with its order, where it has one, and with who placed that. */
export interface PaymentRecord extends PaymentWithOrder {
  /** The terminal or the shopper that placed the order; exactly one, or none without an order. */
  readonly terminalId: string | null;
  readonly shopperId: string | null;
  /** Name of who paid, not masked. */
  readonly payerName: string | null;
}

export async function findPayment(id: Uuid): Promise<PaymentRecord | null> {
  const row = await databasePrisma().payment.findUnique({
    where: { id },
    include: { order: true, payer: { select: { name: true } } },
  });
  return (
    row && {
      payment: paymentOf(row),
      order: row.order && orderOf(row.order),
      terminalId: row.order?.terminalId ?? null,
      shopperId: row.order?.shopperId ?? null,
      payerName: row.payer?.name ?? null,
    }
  );
}

/** Who is paid by each of these payments. */
export async function findPayees(paymentIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await databasePrisma().payment.findMany({
    where: { id: { in: [...paymentIds] } },
    select: { id: true, payee: true },
  });
  return new Map(rows.map(({ id, payee }) => [id, payee]));
}

/**
 * `conflict`: somebody else changed payment or order first. `over-limit`: other payments have used up
 * the payer's day. Else why the ledger said no.
 */
export type CommitResult = 'ok' | 'conflict' | 'over-limit' | ResultCode;

/**
 * Commits a change in one round trip and one transaction, or changes nothing. The very same change
 * may be sent again when the answer was lost: it is `ok` once more, and happens once.
 *
 * @param notes what the audit trail says of it, once
 */
export async function commitChange(
  change: Change | OrderChange,
  at: Date,
  notes: readonly AuditNote[] = [],
): Promise<CommitResult> {
  const audit = auditWire(notes);
  const answer = await (change.kind === 'payment'
    ? call('SELECT payment_commit($1, $2) AS answer', [
        JSON.stringify({ ...wireOf(change, at), audit }),
        at,
      ])
    : call('SELECT order_commit($1, $2, $3) AS answer', [
        JSON.stringify({ ...orderWire(change.order, change.before.version), audit }),
        JSON.stringify(change.messages),
        at,
      ]));
  if (answer.result !== 'refused') return answer.result;
  const code = refusalOf((answer.codes ?? []).filter(isResultCode));
  if (!code) throw new Error('the ledger refused without a code');
  return code;
}

interface Answer {
  readonly result: 'ok' | 'conflict' | 'over-limit' | 'refused';
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

function wireOf({ before, payment, order, transfers, messages, day }: Change, at: Date) {
  return {
    payment: {
      id: payment.id,
      version: before.version,
      state: payment.state.kind,
      data: encodeState(payment.state),
      ...('payer' in payment.state && { payer_id: payment.state.payer.shopperId }),
    },
    ...(order && { order: orderWire(order, order.version) }),
    transfers: toLedgerWire(transfers.length > 0 ? [transfers] : []),
    messages,
    ...(day && {
      day: {
        since: new Date(at.getTime() - DAY_OF_LIMITS_MS).toISOString(),
        amount_max: day.amountMax.toString(),
        payments_max: day.paymentsMax,
      },
    }),
  };
}

function orderWire({ id, state }: Order, version: number) {
  return { id, version, state: state.kind, data: state };
}
