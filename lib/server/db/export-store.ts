import { databasePool } from './pool';

/** Each file of an export, and the query of what it holds; `$1` is the shopper. */
const QUERIES = {
  'profile.json': `
    SELECT id, name, phone, currency, has_twin, frozen_at, phone_proven_at, created_at,
           pin_hash IS NOT NULL AS has_pin
      FROM shoppers WHERE id = $1`,
  'consents.json': `
    SELECT version, given_at, withdrawn_at FROM consents WHERE shopper_id = $1 ORDER BY given_at`,
  'face.json': `
    SELECT id, model_id, enrolled_at, held_at, hold_cleared_at
      FROM face_templates WHERE shopper_id = $1 AND wrapped_key <> ''`,
  'deleted-faces.json': `
    SELECT id AS receipt_id, template_id, deleted_at, receipt
      FROM face_deletions WHERE shopper_id = $1 ORDER BY deleted_at`,
  'limits.json': `
    SELECT per_payment::text, per_day::text, small_only, next_per_payment::text, next_per_day::text,
           next_small_only, next_from
      FROM face_limits WHERE shopper_id = $1`,
  'payments.json': `
    SELECT payments.id, payee, payments.amount::text, tip::text, payments.currency,
           payments.state, payments.data AS details, payments.created_at,
           orders.channel, orders.ticket, orders.items
      FROM payments LEFT JOIN orders ON orders.id = order_id
     WHERE payer_id = $1 OR orders.shopper_id = $1 ORDER BY payments.created_at`,
  'shared-receipts.json': `
    SELECT payment_id, created_at FROM receipt_links WHERE shopper_id = $1 ORDER BY created_at`,
  'wallet.json': `
    SELECT transfer.id, transfer.kind, transfer.code, transfer.amount::text, transfer.currency,
           CASE WHEN debit_account_id = account.id THEN 'out' ELSE 'in' END AS direction,
           reference_id, transfer.created_at
      FROM ledger_accounts AS account JOIN ledger_transfers AS transfer
        ON account.id IN (debit_account_id, credit_account_id)
     WHERE account.owner_id = $1 AND account.kind = 'wallet' ORDER BY transfer.created_at`,
  'doubted-payments.json': `
    SELECT payment_id, opened_at, decided_at, outcome, reason
      FROM cases WHERE shopper_id = $1 ORDER BY opened_at`,
  'notices.json': `
    SELECT topic, payment_id, amount::text, currency, created_at, read_at
      FROM notices WHERE shopper_id = $1 ORDER BY created_at`,
  'face-checks.json': `
    SELECT purpose, payment_id, claim, length, issued_at, consumed_at, outcome
      FROM challenges WHERE shopper_id = $1 OR nearest_id = $1 ORDER BY issued_at`,
  'sessions.json': `
    SELECT signed_in_at, last_seen_at, valid_until, ended_at
      FROM sessions WHERE shopper_id = $1 ORDER BY signed_in_at`,
  'passkeys.json': `
    SELECT id, name, transports, created_at, last_used_at
      FROM passkeys WHERE shopper_id = $1 ORDER BY created_at`,
  'audit-trail.json': `
    SELECT at, action, subject_kind, subject_id, details
      FROM audit_entries WHERE actor_kind = 'shopper' AND actor_id = $1 ORDER BY at`,
  'own-phones.json': `
    SELECT id, public_key, created_at, revoked_at
      FROM devices WHERE shopper_id = $1 ORDER BY created_at`,
} as const;

export type ExportedFile = keyof typeof QUERIES;

/** Everything about a person that can be given away, as it is at one moment. */
export async function readExport(shopperId: string): Promise<Record<ExportedFile, unknown[]>> {
  const client = await databasePool().connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const files: Partial<Record<ExportedFile, unknown[]>> = {};
    for (const [file, sql] of Object.entries(QUERIES) as [ExportedFile, string][]) {
      files[file] = (await client.query<Record<string, unknown>>(sql, [shopperId])).rows;
    }
    await client.query('COMMIT');
    return files as Record<ExportedFile, unknown[]>;
  } finally {
    client.release();
  }
}
