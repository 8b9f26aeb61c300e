import type { CaseDecision, CaseOutcome } from '@/lib/api/cases';
import { ownNote, type AuditActor } from '@/lib/audit/note';
import type { Uuid } from '@/lib/ids/uuid';
import { addAudit } from './audit-store';
import { outboxWritten } from './outbox-signal';
import { databasePool } from './pool';
import type { Queryable } from './queryable';
import { withRetry } from './retry';
import { inTransaction } from './transaction';

export interface CaseRow {
  readonly paymentId: Uuid;
  readonly openedAt: Date;
  readonly decidedAt: Date | null;
  readonly outcome: CaseOutcome | null;
  readonly reason: string | null;
}

/** A case with what there is to know of its payment without the books. */
export interface PaymentCaseRow extends CaseRow {
  readonly payee: string;
  readonly storeName: string;
  readonly ticket: number | null;
  readonly amount: string;
  readonly currency: string;
  readonly status: string;
  readonly paidAt: Date;
}

const CASE = `cases.payment_id AS "paymentId", cases.opened_at AS "openedAt",
  cases.decided_at AS "decidedAt", cases.outcome, cases.reason`;
const WITH_PAYMENT = `SELECT ${CASE}, payment.payee, store.name AS "storeName", orders.ticket,
    payment.amount::text, payment.currency, payment.state AS status,
    (payment.data ->> 'authorizedAt')::timestamptz AS "paidAt"
  FROM cases JOIN payments AS payment ON payment.id = cases.payment_id
  JOIN stores AS store ON store.id = payment.store_id
  LEFT JOIN orders ON orders.id = payment.order_id`;
const OPEN_FIRST = 'ORDER BY cases.decided_at IS NOT NULL, cases.opened_at DESC';
/** An open one pays nothing any more, so there are never many. */
const CASES_MAX = 200;

/**
 * Opens a case about a payment, freezes the payer's wallet, and tells staff and audit trail: all of
 * it, once, however many ask at once.
 *
 * @returns false when the payment is not a face's, is not this person's, or is over
 */
export function insertCase(paymentId: Uuid, shopperId: string, at: Date): Promise<boolean> {
  return withRetry(() =>
    inTransaction(databasePool(), async (client) => {
      // Those who give it back at this moment come before or after.
      const payment = await client.query<{ storeId: string }>(
        `SELECT store_id AS "storeId" FROM payments
          WHERE id = $1 AND payer_id = $2 AND state IN ('authorized', 'captured')
            AND data -> 'payer' ->> 'method' = 'face' FOR UPDATE`,
        [paymentId, shopperId],
      );
      const storeId = payment.rows[0]?.storeId;
      if (storeId === undefined) return false;
      const inserted = await client.query(
        `INSERT INTO cases (payment_id, shopper_id, opened_at) VALUES ($1, $2, $3)
         ON CONFLICT (payment_id) DO NOTHING`,
        [paymentId, shopperId, at],
      );
      if (inserted.rowCount === 1) await tellOfCase(client, { paymentId, shopperId, storeId }, at);
      return true;
    }),
  ).finally(outboxWritten);
}

async function tellOfCase(
  client: Queryable,
  of: { readonly paymentId: Uuid; readonly shopperId: string; readonly storeId: string },
  at: Date,
): Promise<void> {
  const { paymentId, shopperId, storeId } = of;
  const { rowCount } = await client.query(
    'UPDATE shoppers SET frozen_at = $2 WHERE id = $1 AND frozen_at IS NULL AND closed_at IS NULL',
    [shopperId, at],
  );
  await client.query('SELECT outbox_add($1, $2, $3)', [
    JSON.stringify([{ topic: 'case.opened', payload: { paymentId } }]),
    storeId,
    at,
  ]);
  if (rowCount === 1) {
    await addAudit(client, 'platform', ownNote('wallet.frozen', shopperId), at);
  }
  const subject = { kind: 'payment', id: paymentId } as const;
  const by = { kind: 'shopper', id: shopperId } as const;
  await addAudit(client, subject, { action: 'case.opened', by, subject }, at);
}

/**
 * Ends an open case without money moving; its payer is told. One that ends with the money back is
 * ended by `payment_commit`.
 *
 * @returns false when there is no open one
 */
export async function refuseCase(
  paymentId: Uuid,
  { reason }: Extract<CaseDecision, { outcome: 'refused' }>,
  by: AuditActor,
  at: Date,
): Promise<boolean> {
  const isDecided = await inTransaction(databasePool(), async (client) => {
    const { rows } = await client.query<{ shopperId: string; storeId: string }>(
      `UPDATE cases SET decided_at = $2, outcome = 'refused', reason = $3
        WHERE payment_id = $1 AND decided_at IS NULL
        RETURNING shopper_id AS "shopperId",
                  (SELECT store_id FROM payments WHERE id = $1) AS "storeId"`,
      [paymentId, at, reason],
    );
    const [row] = rows;
    if (!row) return false;
    const { shopperId, storeId } = row;
    const message = { topic: 'case.refused', payload: { shopperId, paymentId } };
    await client.query('SELECT outbox_add($1, $2, $3)', [JSON.stringify([message]), storeId, at]);
    const subject = { kind: 'payment', id: paymentId } as const;
    const details = { outcome: 'refused' };
    await addAudit(client, subject, { action: 'case.decided', by, subject, details }, at);
    return true;
  });
  if (isDecided) outboxWritten();
  return isDecided;
}

/** The newest first. */
export async function findCasesOf(shopperId: string): Promise<readonly CaseRow[]> {
  const { rows } = await databasePool().query<CaseRow>(
    `SELECT ${CASE} FROM cases WHERE shopper_id = $1 ORDER BY opened_at DESC LIMIT $2`,
    [shopperId, CASES_MAX],
  );
  return rows;
}

export async function findCase(paymentId: Uuid): Promise<PaymentCaseRow | null> {
  const { rows } = await databasePool().query<PaymentCaseRow>(
    `${WITH_PAYMENT} WHERE cases.payment_id = $1`,
    [paymentId],
  );
  return rows[0] ?? null;
}

/**
 * The open ones first, then the newest.
 *
 * @param merchantId null: of all merchants
 */
export async function findCases(merchantId: string | null): Promise<readonly PaymentCaseRow[]> {
  const { rows } = await databasePool().query<PaymentCaseRow>(
    `${WITH_PAYMENT} WHERE $1::uuid IS NULL OR payment.merchant_id = $1 ${OPEN_FIRST} LIMIT $2`,
    [merchantId, CASES_MAX],
  );
  return rows;
}

export async function countOpenCases(storeId: string): Promise<number> {
  const { rows } = await databasePool().query<{ open: number }>(
    `SELECT count(*)::int AS open FROM cases JOIN payments ON payments.id = cases.payment_id
      WHERE cases.decided_at IS NULL AND payments.store_id = $1`,
    [storeId],
  );
  return rows[0]?.open ?? 0;
}

/** Whether the face of this account is one from before a case: somebody else may have paid with it. */
export async function hasDoubtedFace(shopperId: string): Promise<boolean> {
  const { rowCount } = await databasePool().query(
    `SELECT FROM cases JOIN face_templates AS face ON face.shopper_id = cases.shopper_id
      WHERE cases.shopper_id = $1 AND face.enrolled_at <= cases.opened_at LIMIT 1`,
    [shopperId],
  );
  return rowCount === 1;
}
