import type { AuditNote } from '@/lib/audit/note';
import { addAudit } from './audit-store';
import { databasePool } from './pool';
import { databasePrisma } from './prisma';
import { inTransaction } from './transaction';

export function findOperatorByEmail(
  email: string,
): Promise<{ readonly id: string; readonly passwordHash: string } | null> {
  return databasePrisma().operator.findUnique({
    where: { email },
    select: { id: true, passwordHash: true },
  });
}

export interface OperatorInvitationRow {
  readonly email: string;
  readonly name: string;
  readonly expiresAt: Date;
}

/** The newest link of an email counts. */
export function replaceOperatorInvitation(
  { email, name, expiresAt }: OperatorInvitationRow,
  tokenHash: Uint8Array,
  at: Date,
): Promise<void> {
  const note = { action: 'operator.invited', by: { kind: 'system' } } as const;
  return inTransaction(databasePool(), async (client) => {
    await client.query(
      `INSERT INTO operator_invitations (email, token_hash, name, expires_at)
       VALUES ($1, $2, $3, $4)
       ON CONFLICT (email) DO UPDATE
         SET token_hash = excluded.token_hash, name = excluded.name, expires_at = excluded.expires_at`,
      [email, tokenHash, name, expiresAt],
    );
    await addAudit(client, 'platform', note, at);
  });
}

/** @returns null when it is unknown, used or too old. */
export async function findOperatorInvitation(
  tokenHash: Uint8Array,
  at: Date,
): Promise<OperatorInvitationRow | null> {
  const { rows } = await databasePool().query<OperatorInvitationRow>(
    `SELECT email, name, expires_at AS "expiresAt" FROM operator_invitations
      WHERE token_hash = $1 AND expires_at > $2`,
    [tokenHash, at],
  );
  return rows[0] ?? null;
}

/**
 * Uses an invitation: of several at once one operator is made. Who is an operator already gets the
 * new password, and is signed out everywhere.
 *
 * @returns false when nothing was used
 */
export function redeemOperatorInvitation(
  tokenHash: Uint8Array,
  operator: { readonly id: string; readonly passwordHash: string },
  at: Date,
): Promise<boolean> {
  return inTransaction(databasePool(), async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `WITH used AS (
         DELETE FROM operator_invitations WHERE token_hash = $1 AND expires_at > $4
         RETURNING email, name)
       INSERT INTO operators (id, email, name, password_hash, created_at)
       SELECT $2, email, name, $3, $4 FROM used
       ON CONFLICT (email) DO UPDATE
         SET name = excluded.name, password_hash = excluded.password_hash
       RETURNING id`,
      [tokenHash, operator.id, operator.passwordHash, at],
    );
    const id = rows[0]?.id;
    if (id === undefined) return false;
    await client.query(
      `WITH ended AS (
         UPDATE sessions SET ended_at = $2 WHERE operator_id = $1 AND ended_at IS NULL
         RETURNING id_hash)
       SELECT pg_notify('session_ended', encode(id_hash, 'hex')) FROM ended`,
      [id, at],
    );
    const by = { kind: 'operator', id } as const;
    const note: AuditNote = { action: 'operator.joined', by, subject: by };
    await addAudit(client, 'platform', note, at);
    return true;
  });
}

/** @returns how many were deleted, at most `limit` */
export async function deleteOperatorInvitations(overBefore: Date, limit: number): Promise<number> {
  const { rowCount } = await databasePool().query(
    `DELETE FROM operator_invitations WHERE email IN (
       SELECT email FROM operator_invitations WHERE expires_at < $1
        LIMIT $2 FOR UPDATE SKIP LOCKED)`,
    [overBefore, limit],
  );
  return rowCount ?? 0;
}
