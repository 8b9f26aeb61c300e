import { writtenUuid, type Uuid } from '@/lib/ids/uuid';
import { databasePool } from './pool';

/**
 * Payments with a time limit that is over: their ids, the longest over first. Several instances
 * may read the same ones; the commit's compare-and-set lets one of them do it.
 */

/** Paid payments whose orders the staff did not answer within their store's time. */
export function findUnanswered(at: Date, limit: number): Promise<readonly Uuid[]> {
  return idsOf(
    `SELECT payments.id FROM orders JOIN payments ON payments.order_id = orders.id
       JOIN stores ON stores.id = orders.store_id
      WHERE orders.state = 'waiting'
        AND (orders.data ->> 'paidAt')::timestamptz
            + make_interval(secs => stores.answer_within_seconds) <= $1
      ORDER BY orders.data ->> 'paidAt' LIMIT $2`,
    [at, limit],
  );
}

/** Payments from before then that nobody has paid. */
export function findUnpaid(since: Date, limit: number): Promise<readonly Uuid[]> {
  return idsOf(
    `SELECT id FROM payments
      WHERE state IN ('created', 'declined') AND created_at <= $1
      ORDER BY created_at LIMIT $2`,
    [since, limit],
  );
}

/** Payments of orders that were sent before then, with money in escrow that is not disputed or doubted. */
export function findReleasable(dispatchedBefore: Date, limit: number): Promise<readonly Uuid[]> {
  return idsOf(
    `SELECT payments.id FROM orders JOIN payments ON payments.order_id = orders.id
      WHERE orders.state = 'dispatched' AND orders.data ->> 'dispatchedAt' <= $1
        AND payments.state = 'captured' AND payments.data -> 'dispute' IS NULL
        AND payments.data -> 'escrow' ->> 'amount' <> '0'
        AND NOT EXISTS (SELECT FROM cases
                         WHERE cases.payment_id = payments.id AND cases.decided_at IS NULL)
      ORDER BY orders.data ->> 'dispatchedAt' LIMIT $2`,
    [dispatchedBefore.toISOString(), limit],
  );
}

/** Payments whose money waits in escrow because something is wrong, the longest first. */
export function findDisputed(): Promise<readonly Uuid[]> {
  return idsOf(
    `SELECT id FROM payments
      WHERE state = 'captured' AND data -> 'dispute' IS NOT NULL
      ORDER BY data -> 'dispute' ->> 'openedAt'`,
    [],
  );
}

async function idsOf(sql: string, values: readonly unknown[]): Promise<readonly Uuid[]> {
  const { rows } = await databasePool().query<{ id: string }>(sql, [...values]);
  return rows.map(({ id }) => writtenUuid(id));
}
