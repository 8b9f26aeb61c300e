import type { AuditNote } from '@/lib/audit/note';
import type { Prisma } from './generated/client';
import type { Queryable } from './queryable';

/** Whose trail it is in: the merchant's of this thing, or the platform's and its shoppers'. */
export type AuditPlace =
  { readonly kind: keyof typeof STORE_SQL; readonly id: string } | 'platform';

/** The store of a thing by its id. */
const STORE_SQL = {
  store: '$2::uuid',
  payment: '(SELECT store_id FROM payments WHERE id = $2::uuid)',
  staff: '(SELECT store_id FROM staff WHERE id = $2::uuid)',
  terminal: '(SELECT store_id FROM terminals WHERE id = $2::uuid)',
} as const;

/** As `audit_add` takes them. */
export function auditWire(notes: readonly AuditNote[]) {
  return notes.map(({ action, by, subject, details = {} }) => ({
    action,
    actor_kind: by.kind,
    ...('id' in by && { actor_id: by.id }),
    ...(subject && { subject_kind: subject.kind, subject_id: subject.id }),
    details,
  }));
}

/**
 * Writes an entry, as the last thing in the transaction of what it tells of: from here to the commit
 * it locks the chain that it is in.
 */
export async function addAudit(
  db: Queryable,
  place: AuditPlace,
  note: AuditNote,
  at: Date,
): Promise<void> {
  const { sql, values } = statement(place, note, at);
  await db.query(sql, values);
}

/** As {@link addAudit}, in one of Prisma's transactions. */
export function addAuditIn(
  tx: Pick<Prisma.TransactionClient, '$executeRawUnsafe'>,
  place: AuditPlace,
  note: AuditNote,
  at: Date,
) {
  const { sql, values } = statement(place, note, at);
  return tx.$executeRawUnsafe(sql, ...values);
}

function statement(place: AuditPlace, note: AuditNote, at: Date) {
  const store = STORE_SQL[place === 'platform' ? 'store' : place.kind];
  const values = [JSON.stringify(auditWire([note])), place === 'platform' ? null : place.id, at];
  return { sql: `SELECT audit_add($1::jsonb, ${store}, $3::timestamptz)`, values };
}
