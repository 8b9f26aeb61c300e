import type { PoolClient } from 'pg';
import { money } from '@/lib/money/money';
import { differenceOf, type Booked } from '@/lib/payments/reconcile';
import type { Payment } from '@/lib/payments/payment';
import { paymentStateSchema } from '@/lib/payments/state-codec';
import { knownCurrency } from './known-currency';

export interface PaymentsReport {
  readonly payments: number;
  /** The first payment that disagrees with the ledger, named. */
  readonly fault: string | undefined;
}

const PAGE_ROWS = 1_000;

/**
 * Compares every payment with the ledger's transfers of it, page by page.
 *
 * @requires a client in a REPEATABLE READ transaction, so that both sides are of one moment
 */
export async function verifyPayments(client: PoolClient): Promise<PaymentsReport> {
  let payments = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await client.query<Row>(PAGE_SQL, [after, PAGE_ROWS]);
    for (const row of rows) {
      payments += 1;
      const difference = differenceOf(paymentOf(row), bookedOf(row));
      if (difference) return { payments, fault: `payment ${row.id} (${row.state}) ${difference}` };
    }
    const last = rows.at(-1);
    if (!last) return { payments, fault: undefined };
    after = last.id;
  }
}

interface Row {
  readonly id: string;
  readonly order_id: string;
  readonly store_id: string;
  readonly merchant_id: string;
  readonly payee: string;
  readonly channel: Payment['channel'];
  readonly amount: string;
  readonly tip: string;
  readonly fee_basis_points: number;
  readonly currency: string;
  readonly state: string;
  readonly data: unknown;
  readonly version: number;
  readonly created_at: Date;
  readonly held: string;
  /** Account id → posted credits less debits, as text: JSON numbers are floats. */
  readonly net: Readonly<Record<string, string>>;
}

function paymentOf(row: Row): Payment {
  const currency = knownCurrency(row.currency);
  return {
    id: row.id,
    orderId: row.order_id,
    storeId: row.store_id,
    merchantId: row.merchant_id,
    payee: row.payee,
    channel: row.channel,
    amount: money(BigInt(row.amount), currency),
    tip: money(BigInt(row.tip), currency),
    feeBasisPoints: row.fee_basis_points,
    state: paymentStateSchema.parse(row.data),
    version: row.version,
    createdAt: row.created_at.toISOString(),
  };
}

function bookedOf({ net, held }: Row): Booked {
  const entries = Object.entries(net).map(([id, amount]) => [id, BigInt(amount)] as const);
  return { net: new Map(entries), held: BigInt(held) };
}

/** Each transfer is looked at from both its sides; a hold is open while nothing has ended it. */
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
                   GROUP BY account) AS sides) AS net
    FROM (SELECT * FROM payments WHERE id > $1 ORDER BY id LIMIT $2) AS page
   ORDER BY page.id`;
