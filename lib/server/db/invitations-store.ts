import type { HiredRole } from '@/lib/access/roles';
import type { AuditNote } from '@/lib/audit/note';
import { addAudit } from './audit-store';
import { databasePool } from './pool';
import { inTransaction } from './transaction';

export interface InvitationRow {
  readonly name: string;
  readonly email: string;
  readonly role: HiredRole;
  readonly expiresAt: Date;
}

interface NewInvitation extends InvitationRow {
  readonly tokenHash: Uint8Array;
  readonly storeId: string;
  readonly createdAt: Date;
}

/**
 * In the place of an earlier one to the same email.
 *
 * @param openMax so many of a store may be open
 * @returns false when there are
 */
export function replaceInvitation(
  invitation: NewInvitation,
  openMax: number,
  note: AuditNote,
): Promise<boolean> {
  const { tokenHash, storeId, name, email, role, createdAt, expiresAt } = invitation;
  return inTransaction(databasePool(), async (client) => {
    await client.query('SELECT FROM stores WHERE id = $1 FOR NO KEY UPDATE', [storeId]);
    const others = await client.query(
      'SELECT FROM staff_invitations WHERE store_id = $1 AND expires_at > $2 AND email <> $3',
      [storeId, createdAt, email],
    );
    if ((others.rowCount ?? 0) >= openMax) return false;
    await client.query(
      `INSERT INTO staff_invitations (token_hash, store_id, name, email, role, created_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (store_id, email) DO UPDATE
         SET token_hash = excluded.token_hash, name = excluded.name, role = excluded.role,
             created_at = excluded.created_at, expires_at = excluded.expires_at`,
      [tokenHash, storeId, name, email, role, createdAt, expiresAt],
    );
    await addAudit(client, { kind: 'store', id: storeId }, note, createdAt);
    return true;
  });
}

/** Those that still open the store. */
export async function findInvitations(
  storeId: string,
  at: Date,
): Promise<readonly InvitationRow[]> {
  const { rows } = await databasePool().query<InvitationRow>(
    `SELECT name, email, role, expires_at AS "expiresAt" FROM staff_invitations
      WHERE store_id = $1 AND expires_at > $2 ORDER BY created_at`,
    [storeId, at],
  );
  return rows;
}

/** @returns null when it is unknown, used or too old. */
export async function findInvitation(
  tokenHash: Uint8Array,
  at: Date,
): Promise<InvitationRow | null> {
  const { rows } = await databasePool().query<InvitationRow>(
    `SELECT name, email, role, expires_at AS "expiresAt" FROM staff_invitations
      WHERE token_hash = $1 AND expires_at > $2`,
    [tokenHash, at],
  );
  return rows[0] ?? null;
}

/**
 * Uses an invitation: of several at once one member is made. An email that has joined elsewhere
 * meanwhile leaves it unused.
 *
 * @returns false when nobody was made
 */
export function redeemInvitation(
  tokenHash: Uint8Array,
  member: { readonly id: string; readonly passwordHash: string },
  note: AuditNote,
  at: Date,
): Promise<boolean> {
  return inTransaction(databasePool(), async (client) => {
    const { rowCount } = await client.query(
      `WITH used AS (
         DELETE FROM staff_invitations AS invitation
          WHERE token_hash = $1 AND expires_at > $4
            AND NOT EXISTS (SELECT FROM staff WHERE staff.email = invitation.email)
         RETURNING store_id, email, name, role)
       INSERT INTO staff (id, store_id, email, name, password_hash, role, created_at)
       SELECT $2, store_id, email, name, $3, role, $4 FROM used
       ON CONFLICT (email) DO NOTHING`,
      [tokenHash, member.id, member.passwordHash, at],
    );
    if (rowCount !== 1) return false;
    await addAudit(client, { kind: 'staff', id: member.id }, note, at);
    return true;
  });
}

/** @returns how many were deleted, at most `limit` */
export async function deleteInvitations(overBefore: Date, limit: number): Promise<number> {
  const { rowCount } = await databasePool().query(
    `DELETE FROM staff_invitations WHERE token_hash IN (
       SELECT token_hash FROM staff_invitations WHERE expires_at < $1
        LIMIT $2 FOR UPDATE SKIP LOCKED)`,
    [overBefore, limit],
  );
  return rowCount ?? 0;
}
