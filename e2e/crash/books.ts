import { accountId } from '@/lib/ledger/account';
import type { Queryable } from '@/lib/server/db/queryable';
import type { Books, BookedPayment } from './journal';

/** Reads what the database says of one shopper, without the app's own code. */
export async function readBooks(db: Queryable, shopperId: string): Promise<Books> {
  const wallet = accountId({ kind: 'wallet', ownerId: shopperId, currency: 'CNY' });
  const account = await db.query<{ balance: string; held: string }>(
    `SELECT credits_posted - debits_posted AS balance, debits_pending AS held
       FROM ledger_accounts WHERE id = $1`,
    [wallet],
  );
  const topUps = await db.query<{ id: string; amount: string }>(
    `SELECT id, amount FROM ledger_transfers WHERE credit_account_id = $1 AND code = 'top-up'`,
    [wallet],
  );
  const payments = await db.query<PaymentRow>(PAYMENTS_SQL, [shopperId, wallet]);
  return {
    balance: BigInt(account.rows[0]?.balance ?? 0),
    held: BigInt(account.rows[0]?.held ?? 0),
    topUps: topUps.rows.map(({ id, amount }) => ({ id, amount: BigInt(amount) })),
    payments: payments.rows.map(bookedOf),
  };
}

interface PaymentRow {
  readonly id: string;
  readonly state: string;
  readonly captured: string;
  readonly escrow: string | null;
  readonly refunds: readonly { transferId: string; amount: { amount: string } }[] | null;
  readonly captures: number;
  readonly order_state: string;
  readonly told: number;
}

function bookedOf(row: PaymentRow): BookedPayment {
  return {
    id: row.id,
    state: row.state,
    captured: BigInt(row.captured),
    escrow: BigInt(row.escrow ?? 0),
    refunds: (row.refunds ?? []).map(({ transferId, amount }) => ({
      id: transferId,
      amount: BigInt(amount.amount),
    })),
    captures: row.captures,
    orderState: row.order_state,
    told: row.told,
  };
}

/** What was captured is what the ledger posted, not what the payment says. */
const PAYMENTS_SQL = `
  SELECT payments.id, payments.state, orders.state AS order_state,
         payments.data -> 'escrow' ->> 'amount' AS escrow, payments.data -> 'refunds' AS refunds,
         taken.captures, taken.captured,
         (SELECT count(*)::int FROM outbox
           WHERE topic = 'payment.capture' AND payload ->> 'paymentId' = payments.id::text) AS told
    FROM payments JOIN orders ON orders.id = order_id
   CROSS JOIN LATERAL (
     SELECT count(*)::int AS captures, coalesce(sum(amount), 0)::text AS captured
       FROM ledger_transfers
      WHERE reference_id = payments.id AND code = 'capture' AND debit_account_id = $2) AS taken
   WHERE orders.shopper_id = $1`;
