import type { HiredRole, StaffRole } from '@/lib/access/roles';
import type { AuditNote } from '@/lib/audit/note';
import { writtenUuid, type Uuid } from '@/lib/ids/uuid';
import { addAudit } from './audit-store';
import { databasePool } from './pool';
import { databasePrisma } from './prisma';
import { inTransaction } from './transaction';

export function findStaffByEmail(
  email: string,
): Promise<{ readonly id: string; readonly passwordHash: string } | null> {
  return databasePrisma().staff.findUnique({
    where: { email },
    select: { id: true, passwordHash: true },
  });
}

export interface StaffSecretRow {
  readonly id: string;
  readonly email: string;
  readonly passwordHash: string;
}

export function findStaffById(id: string): Promise<StaffSecretRow | null> {
  return databasePrisma().staff.findUnique({
    where: { id },
    select: { id: true, email: true, passwordHash: true },
  });
}

/** @returns false when the password is another one by now than `previous` */
export function replaceStaffPassword(
  id: string,
  previous: string,
  passwordHash: string,
  at: Date,
): Promise<boolean> {
  const by = { kind: 'staff', id } as const;
  return inTransaction(databasePool(), async (client) => {
    const { rowCount } = await client.query(
      'UPDATE staff SET password_hash = $2 WHERE id = $1 AND password_hash = $3',
      [id, passwordHash, previous],
    );
    if (rowCount !== 1) return false;
    const note = { action: 'staff.password-changed', by, subject: by } as const;
    await addAudit(client, by, note, at);
    return true;
  });
}

/** Of one store: whoever has a code, and its hash. */
export interface CodeRow {
  readonly id: Uuid;
  readonly name: string;
  readonly codeHash: string;
}

export async function findCodes(storeId: string): Promise<readonly CodeRow[]> {
  const rows = await databasePrisma().staff.findMany({
    where: { storeId, codeHash: { not: null } },
    select: { id: true, name: true, codeHash: true },
    orderBy: { name: 'asc' },
  });
  return rows.map((row) => ({ ...row, id: writtenUuid(row.id), codeHash: row.codeHash ?? '' }));
}

export async function setCodeHash(id: string, codeHash: string, at: Date): Promise<void> {
  const by = { kind: 'staff', id } as const;
  await inTransaction(databasePool(), async (client) => {
    await client.query('UPDATE staff SET code_hash = $2 WHERE id = $1', [id, codeHash]);
    await addAudit(client, by, { action: 'staff.code-set', by, subject: by }, at);
  });
}

export interface MemberRow {
  readonly id: Uuid;
  readonly name: string;
  readonly email: string;
  readonly role: StaffRole;
}

/** The first who came first. */
export async function findMembers(storeId: string): Promise<readonly MemberRow[]> {
  const rows = await databasePrisma().staff.findMany({
    where: { storeId },
    select: { id: true, name: true, email: true, role: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  // The table's check vouches for the role.
  return rows.map((row) => ({ ...row, id: writtenUuid(row.id), role: row.role as StaffRole }));
}

/**
 * Removes a member and ends their sessions on every instance. The row is deleted, with name, email
 * and password; what they did stands in the audit trail.
 *
 * @param role as it was when it was decided that they may be removed
 * @returns false when there is no such member in this store any more
 */
export function deleteMember(
  { id, role }: Pick<MemberRow, 'id' | 'role'>,
  storeId: string,
  note: AuditNote,
  at: Date,
): Promise<boolean> {
  return inTransaction(databasePool(), async (client) => {
    // Their sessions are deleted with the row: streams are told to look again.
    await client.query(
      `SELECT pg_notify('session_ended', encode(id_hash, 'hex')) FROM sessions WHERE staff_id = $1`,
      [id],
    );
    const { rowCount } = await client.query(
      'DELETE FROM staff WHERE id = $1 AND store_id = $2 AND role = $3',
      [id, storeId, role],
    );
    if (rowCount !== 1) return false;
    await addAudit(client, { kind: 'store', id: storeId }, note, at);
    return true;
  });
}

/** @returns false when there is no such member in this store any more, or they are the owner */
export function setMemberRole(
  id: Uuid,
  storeId: string,
  role: HiredRole,
  note: AuditNote,
  at: Date,
): Promise<boolean> {
  return inTransaction(databasePool(), async (client) => {
    const { rowCount } = await client.query(
      `UPDATE staff SET role = $3 WHERE id = $1 AND store_id = $2 AND role <> 'owner'`,
      [id, storeId, role],
    );
    if (rowCount !== 1) return false;
    await addAudit(client, { kind: 'store', id: storeId }, note, at);
    return true;
  });
}
