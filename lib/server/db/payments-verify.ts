import type { PoolClient, QueryResult } from 'pg';
import { differenceOf, type Booked } from '@/lib/payments/reconcile';
import { paymentStateSchema } from '@/lib/payments/state-codec';
import { paymentOf, type PaymentRow } from './payment-row';

export interface PaymentsReport {
  readonly payments: number;
  /** The first payment that disagrees with the ledger. */
  readonly wrong: { readonly paymentId: string; readonly fault: string } | undefined;
}

const PAGE_ROWS = 1_000;

/**
 * Compares every payment with the ledger's transfers of it, page by page.
 *
 * @requires a client in a REPEATABLE READ transaction, so that both sides are of one moment
 */
export async function verifyPayments(client: PoolClient): Promise<PaymentsReport> {
  let payments = 0;
  let after: string | null = null;
  for (;;) {
    const { rows }: QueryResult<Row> = await client.query<Row>(PAGE_SQL, [after, PAGE_ROWS]);
    for (const row of rows) {
      payments += 1;
      const fault = faultOf(row);
      if (fault) {
        return {
          payments,
          wrong: { paymentId: row.id, fault: `payment ${row.id} (${row.state}) ${fault}` },
        };
      }
    }
    const last = rows.at(-1);
    if (!last) return { payments, wrong: undefined };
    after = last.id;
  }
}

interface Row extends PaymentRow {
  /** What the jobs look for; the whole state is in `data`. */
  readonly state: string;
  readonly held: string;
  /** Account id → posted credits less debits, as text: JSON numbers are floats. */
  readonly net: Readonly<Record<string, string>>;
}

function faultOf(row: Row): string | undefined {
  const state = paymentStateSchema.safeParse(row.data);
  if (!state.success) return 'has a state that nobody can read';
  if (state.data.kind !== row.state) return `says of itself that it is ${state.data.kind}`;
  return differenceOf(paymentOf(row), bookedOf(row));
}

function bookedOf({ net, held }: Row): Booked {
  const entries = Object.entries(net).map(([id, amount]) => [id, BigInt(amount)] as const);
  return { net: new Map(entries), held: BigInt(held) };
}

/**
 * Each transfer is looked at from both its sides; a hold is open while nothing has ended it. Top-ups
 * and payouts belong to no payment, whatever their reference: a client chooses a payment's id, and
 * could choose theirs.
 */
const PAGE_SQL = `
  SELECT page.*,
         (SELECT coalesce(sum(hold.amount), 0)
            FROM ledger_transfers AS hold JOIN ledger_holds ON transfer_id = hold.id
           WHERE hold.reference_id = page.id)::text AS held,
         (SELECT coalesce(jsonb_object_agg(account, amount), '{}')
            FROM (SELECT account, sum(signed)::text AS amount
                    FROM ledger_transfers AS moved
                   CROSS JOIN LATERAL (VALUES (debit_account_id, -amount),
                                              (credit_account_id, amount)) AS side (account, signed)
                   WHERE moved.reference_id = page.id AND moved.kind IN ('posted', 'post')
                     AND moved.code NOT IN ('top-up', 'payout')
                   GROUP BY account) AS sides) AS net
    FROM (SELECT id, source, order_id AS "orderId", reference, store_id AS "storeId",
                 merchant_id AS "merchantId", payee, amount, tip, fee_terms AS "feeTerms", currency,
                 state, data, version, created_at AS "createdAt"
            FROM payments WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT $2) AS page
   ORDER BY page.id`;
