import type { PublicKey } from '@/lib/access/device-key';
import type { PlatformAction } from '@/lib/audit/actions';
import { ownNote, type AuditNote } from '@/lib/audit/note';
import { writtenUuid, type Uuid } from '@/lib/ids/uuid';
import { addAudit, addAuditIn } from './audit-store';
import { databasePool } from './pool';
import { databasePrisma } from './prisma';
import { inTransaction } from './transaction';

export interface NewDevice {
  readonly id: Uuid;
  readonly publicKey: PublicKey;
  readonly createdAt: Date;
  /** As `clientName` says it; a tablet has a name of its own. */
  readonly client?: string | null;
}

/** A device that nobody revoked; the other of the two owners is null. */
export interface LiveDevice {
  readonly id: Uuid;
  readonly publicKey: PublicKey;
  readonly terminalId: string | null;
  readonly shopperId: string | null;
}

export async function findLiveDevice(id: Uuid): Promise<LiveDevice | null> {
  const row = await databasePrisma().device.findFirst({ where: { id, revokedAt: null } });
  // Nothing but a checked key is ever inserted.
  return row && { ...row, id: writtenUuid(row.id), publicKey: row.publicKey as PublicKey };
}

/** A shopper's own phone, in the place of `replaces`; of more than `liveMax` the oldest go. */
export async function insertPhone(
  { id, publicKey, createdAt, client = null }: NewDevice,
  shopperId: string,
  replaces: Uuid | undefined,
  liveMax: number,
): Promise<void> {
  await databasePrisma().$transaction(async (tx) => {
    // Sign-ins of one shopper take turns, or two at once would both find room.
    await tx.$queryRaw`SELECT 1 FROM shoppers WHERE id = ${shopperId}::uuid FOR UPDATE`;
    const live = { shopperId, revokedAt: null };
    const revoked = { revokedAt: createdAt };
    if (replaces) await tx.device.updateMany({ where: { ...live, id: replaces }, data: revoked });
    await tx.device.create({ data: { id, publicKey, shopperId, createdAt, client } });
    const tooMany = await tx.device.findMany({
      where: live,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: liveMax,
    });
    const ids = tooMany.map((device) => device.id);
    await tx.device.updateMany({ where: { id: { in: ids } }, data: revoked });
    await addAuditIn(tx, 'platform', noteOf('phone.registered', id, shopperId), createdAt);
  });
}

/** @returns false when it is not a live device of this shopper. */
export async function revokePhone(id: Uuid, shopperId: string, revokedAt: Date): Promise<boolean> {
  return inTransaction(databasePool(), async (client) => {
    const { rowCount } = await client.query(
      `UPDATE devices SET revoked_at = $3
        WHERE id = $1 AND shopper_id = $2 AND revoked_at IS NULL`,
      [id, shopperId, revokedAt],
    );
    if (rowCount !== 1) return false;
    await addAudit(client, 'platform', noteOf('phone.revoked', id, shopperId), revokedAt);
    return true;
  });
}

function noteOf(action: PlatformAction, deviceId: string, shopperId: string): AuditNote {
  return { ...ownNote(action, shopperId), subject: { kind: 'device', id: deviceId } };
}

/** @returns how many of those revoked before then are gone, at most `limit`. */
export async function deleteRevokedDevices(before: Date, limit: number): Promise<number> {
  const { rowCount } = await databasePool().query(
    `DELETE FROM devices WHERE id IN (
       SELECT id FROM devices
        WHERE revoked_at < $1
          -- Its challenges would go with it, and they may be evidence.
          AND NOT EXISTS (SELECT FROM challenges JOIN cases USING (payment_id)
                           WHERE challenges.device_id = devices.id
                             AND (decided_at IS NULL OR decided_at >= $1))
        LIMIT $2 FOR UPDATE SKIP LOCKED)`,
    [before, limit],
  );
  return rowCount ?? 0;
}

export interface PhoneRow {
  readonly id: Uuid;
  readonly client: string | null;
  readonly addedAt: Date;
  readonly lastUsedAt: Date | null;
}

/** The newest first. */
export async function findPhones(shopperId: string): Promise<readonly PhoneRow[]> {
  const { rows } = await databasePool().query<PhoneRow>(
    `SELECT id, client, created_at AS "addedAt",
            (SELECT max(issued_at) FROM challenges WHERE device_id = devices.id) AS "lastUsedAt"
       FROM devices WHERE shopper_id = $1 AND revoked_at IS NULL ORDER BY created_at DESC, id`,
    [shopperId],
  );
  return rows;
}

/** The phones on which this shopper is known. */
export async function findPhoneIds(shopperId: string): Promise<readonly string[]> {
  const phones = await databasePrisma().device.findMany({
    where: { shopperId, revokedAt: null },
    select: { id: true },
  });
  return phones.map(({ id }) => id);
}
