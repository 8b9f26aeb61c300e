import type { createPool } from '@/lib/server/db/pool';
import { accountId } from '@/lib/ledger/account';
import { DEMO_RESTAURANT, DEMO_SHOPPERS } from '@/lib/server/demo/people';

export interface Filling {
  readonly payments: number;
  /** Over so many days until now, between eight and ten at the shop's clock. */
  readonly days: number;
}

/**
 * Puts captured payments of the demo's restaurant into the books, in two stores: each with order,
 * hold, capture and entry in the trail, every twentieth after a refusal, every fiftieth given back.
 * What is read of them is as it would be; balances and hashes are not.
 */
export async function fillSales(
  pool: ReturnType<typeof createPool>,
  { payments, days }: Filling,
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`SET session_replication_role = replica; SET work_mem = '256MB'`);
    await client.query('BEGIN');
    await client.query(SECOND_STORE, [DEMO_RESTAURANT.storeId]);
    await client.query(SELLS, [DEMO_RESTAURANT.storeId]);
    await client.query(SOLD, [payments, days, DEMO_RESTAURANT.merchantId]);
    const purpose = { ownerId: DEMO_RESTAURANT.merchantId, currency: 'CNY' } as const;
    const merchant = accountId({ kind: 'merchant', ...purpose });
    const wallet = accountId({ kind: 'wallet', ownerId: DEMO_SHOPPERS[0].id, currency: 'CNY' });
    for (const sql of FILLS) await client.query(sql);
    await client.query(TRANSFERS, [wallet, merchant]);
    await client.query('COMMIT');
  } finally {
    client.release(true);
  }
  await pool.query('VACUUM ANALYZE');
}

const SECOND_STORE = `
  INSERT INTO stores (id, merchant_id, name, channel, country, created_at)
  SELECT ledger_uuid_v7(now()), merchant_id, 'K Pro at the station', channel, country, now()
    FROM stores WHERE id = $1`;

/** The menu, each product as an item of an order. */
const SELLS = `
  CREATE TEMP TABLE sells ON COMMIT DROP AS
  SELECT row_number() OVER (ORDER BY position) - 1 AS place, price,
         jsonb_build_object('productId', id, 'name', name, 'choices', '[]'::jsonb, 'quantity', 1,
           'unitPrice', jsonb_build_object('amount', price::text, 'currency', 'CNY'),
           'total', jsonb_build_object('amount', price::text, 'currency', 'CNY')) AS item
    FROM products WHERE store_id = $1`;

/** In the order of time, as payments come. Of two products each, of three ways to pay by turns. */
const SOLD = `
  CREATE TEMP TABLE sold ON COMMIT DROP AS
  WITH moments AS (
    SELECT date_trunc('day', now() AT TIME ZONE merchant.time_zone) AT TIME ZONE merchant.time_zone
           - make_interval(days => n % $2) + interval '8 h' + random() * interval '14 h' AS at
      FROM generate_series(0, $1::integer - 1) AS n, merchants AS merchant WHERE merchant.id = $3
  ), numbered AS (
    SELECT row_number() OVER (ORDER BY at) AS n, at FROM moments WHERE at < now()
  )
  SELECT n, at, at + make_interval(secs => 5 + n * 7 % 180) AS taken_at,
         ledger_uuid_v7(at) AS payment, ledger_uuid_v7(at) AS ordered, ledger_uuid_v7(at) AS hold,
         ledger_uuid_v7(at) AS taken, store.id AS store, store.merchant_id AS merchant,
         one.price + other.price AS amount, CASE WHEN n % 3 = 0 THEN 200 ELSE 0 END AS tip,
         CASE WHEN n % 5 < 3 THEN 'face' ELSE 'pin' END AS way, n % 7 > 0 AS at_counter,
         jsonb_build_array(one.item, other.item) AS items
    FROM numbered
    JOIN (SELECT id, merchant_id, row_number() OVER (ORDER BY created_at) - 1 AS place
            FROM stores WHERE merchant_id = $3) AS store ON store.place = n % 3 / 2
    JOIN sells AS one ON one.place = n * n % (SELECT count(*) FROM sells)
    JOIN sells AS other ON other.place = n / 3 % (SELECT count(*) FROM sells)`;

const FILLS = [
  `INSERT INTO orders (id, store_id, channel, ticket, items, total, currency, state, data,
                       request_hash, shopper_id, created_at)
   SELECT ordered, store, 'counter', n % 1000, items, amount, 'CNY', 'picked-up',
          jsonb_build_object('kind', 'picked-up', 'paidAt', at, 'pickedUpAt', taken_at), '',
          (SELECT id FROM shoppers ORDER BY id LIMIT 1), at
     FROM sold`,
  `INSERT INTO payments (id, source, order_id, store_id, merchant_id, payee, amount, tip, fee_terms,
                         currency, state, data, created_at)
   SELECT payment, 'counter-order', ordered, store, merchant, 'K Pro', amount + tip, tip,
          '{"basisPoints": 60}', 'CNY', 'captured',
          jsonb_build_object('kind', 'captured', 'payer', jsonb_build_object('method', way)), at
     FROM sold`,
  `INSERT INTO audit_entries (id, scope_id, position, store_id, at, actor_kind, action,
                              subject_kind, subject_id, details, hash)
   SELECT ledger_uuid_v7(at), merchant, -2 * n, store, at, 'shopper', 'payment.authorized', 'payment',
          payment, CASE WHEN at_counter THEN '{"terminalId": "1"}'::jsonb ELSE '{}' END, ''
     FROM sold`,
  `INSERT INTO audit_entries (id, scope_id, position, store_id, at, actor_kind, action,
                              subject_kind, subject_id, details, hash)
   SELECT ledger_uuid_v7(at), merchant, -2 * n - 1, store, at, 'terminal', 'payment.refused',
          'payment', payment, jsonb_build_object('way', way), ''
     FROM sold WHERE n % 20 = 0`,
];

const TRANSFERS = `
  INSERT INTO ledger_transfers (id, kind, debit_account_id, credit_account_id, currency, amount,
    pending_id, code, reference_id, created_at, debit_position, credit_position, hash)
  SELECT hold, 'pending'::ledger_transfer_kind, $1::uuid, $2::uuid, 'CNY', amount + tip,
         NULL::uuid, 'authorize', payment, at, -3 * n, -3 * n, ''::bytea FROM sold
  UNION ALL
  SELECT taken, 'post', $1, $2, 'CNY', amount + tip, hold, 'capture', payment, taken_at,
         -3 * n - 1, -3 * n - 1, '' FROM sold
  UNION ALL
  SELECT ledger_uuid_v7(taken_at), 'posted', $2, $1, 'CNY', 100, NULL, 'refund', payment, taken_at,
         -3 * n - 2, -3 * n - 2, '' FROM sold WHERE n % 50 = 0
   ORDER BY 10`;
