import type { createPool } from '@/lib/server/db/pool';
import { sealInCurrentSpace, sealNeighbours } from '@/lib/server/recognition/sealed-template';
import { EMBEDDER } from '@/models/embedder/model';
import { idOf, personOf, phoneOf } from './people';

const BATCH = 2_000;
export const STORE_ID = '01900000-0000-7000-9000-000000000001';
const MERCHANT_ID = '01900000-0000-7000-9000-000000000002';
/** A busy store's. */
export const REGULARS = 2_000;

type Pool = ReturnType<typeof createPool>;

/** A store whose first customers are its regulars. @requires at least {@link REGULARS} people */
export async function fillStore(pool: Pool): Promise<void> {
  await bare(pool, async (query) => {
    await query(
      `INSERT INTO merchants (id, name, currency, created_at) VALUES ($1, 'Bench', 'CNY', now())`,
      [MERCHANT_ID],
    );
    await query(
      `INSERT INTO stores (id, merchant_id, name, channel, country, created_at)
       VALUES ($1, $2, 'Bench', 'counter', 'CN', now())`,
      [STORE_ID, MERCHANT_ID],
    );
    await query(
      `INSERT INTO orders (id, store_id, channel, ticket, items, total, currency, shopper_id, state,
                           data, request_hash, created_at)
       SELECT ('01900000-0000-7000-a000-' || lpad(to_hex(n), 12, '0'))::uuid, $1, 'counter', n + 1,
              '[]', 100, 'CNY', ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
              'rejected', '{}', sha256(''), now()
         FROM generate_series(0, $2 - 1) AS n`,
      [STORE_ID, REGULARS],
    );
    await query(
      `INSERT INTO payments (id, order_id, store_id, merchant_id, payee, source, fee_terms, amount,
                             currency, payer_id, state, data, created_at)
       SELECT ('01900000-0000-7000-b000-' || lpad(to_hex(n), 12, '0'))::uuid,
              ('01900000-0000-7000-a000-' || lpad(to_hex(n), 12, '0'))::uuid, $1, $2, 'Bench',
              'counter-order', '{"basisPoints": 0}', 100, 'CNY',
              ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
              'voided', '{}', now()
         FROM generate_series(0, $3 - 1) AS n`,
      [STORE_ID, MERCHANT_ID, REGULARS],
    );
  });
}

/**
 * People from one number to another, each with a sealed template and ten neighbours. The
 * neighbours are drawn, not searched for, which would take a day: they cost the same to read.
 */
export async function fillPeople(
  pool: Pool,
  from: number,
  to: number,
  say: (text: string) => void,
): Promise<void> {
  await bare(pool, async (query) => {
    for (let start = from; start < to; start += BATCH) {
      const end = Math.min(to, start + BATCH);
      const rows = Array.from({ length: end - start }, (_, i) => rowOf(start + i, to));
      const column = <K extends keyof (typeof rows)[number]>(key: K) => rows.map((row) => row[key]);
      await query(
        `INSERT INTO shoppers (id, phone, name, password_hash, currency, phone_proven_at, created_at)
         SELECT id, phone, 'A drawn person', '', 'CNY', now(), now()
           FROM unnest($1::uuid[], $2::text[]) AS drawn (id, phone)`,
        [column('id'), column('phone')],
      );
      await query(
        `INSERT INTO face_templates (id, shopper_id, model_id, wrapped_key, sealed,
                                     transform_version, neighbours, enrolled_at)
         SELECT id, id, $2, key, sealed, $3, neighbours, now()
           FROM unnest($1::uuid[], $4::bytea[], $5::bytea[], $6::bytea[])
             AS drawn (id, key, sealed, neighbours)`,
        [
          column('id'),
          EMBEDDER.id,
          rows[0]?.transformVersion,
          column('wrappedKey'),
          column('sealed'),
          column('neighbours'),
        ],
      );
      if (end % 50_000 < BATCH) say(`${end} people`);
    }
  });
  await pool.query('VACUUM ANALYZE shoppers, face_templates, payments');
  await pool.query('CHECKPOINT');
}

function rowOf(index: number, people: number) {
  const { id, captures } = personOf(index);
  const template = sealInCurrentSpace(captures, id);
  const neighbours = Array.from({ length: 10 }, (_, i) => ({
    shopperId: idOf((index + 1 + i * 7_919) % people),
    distance: 0.5 + i / 100,
  }));
  const row = { shopperId: id, wrappedKey: template.wrappedKey };
  return { id, phone: phoneOf(index), ...template, neighbours: sealNeighbours(row, neighbours) };
}

type Query = (text: string, values: readonly unknown[]) => Promise<unknown>;

/** Without triggers and foreign keys, which would take most of the time. */
async function bare(pool: Pool, run: (query: Query) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('SET session_replication_role = replica; SET synchronous_commit = off');
    await run((text, values) => client.query(text, [...values]));
  } finally {
    client.release(true);
  }
}
