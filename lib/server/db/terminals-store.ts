import type { AuditActor } from '@/lib/audit/note';
import type { TerminalActor } from '@/lib/access/actors';
import type { PublicKey } from '@/lib/access/device-key';
import { writtenUuid, type Uuid } from '@/lib/ids/uuid';
import type { NewDevice } from './devices-store';
import { addAuditIn } from './audit-store';
import { databasePool } from './pool';
import { databasePrisma } from './prisma';
import { IN_LINE, lockRow } from './row-lock';

type Bytes = Uint8Array<ArrayBuffer>;

/** A terminal that nobody revoked, and the key that it was paired with. */
export interface PairedTerminal {
  readonly terminal: TerminalActor;
  readonly publicKey: PublicKey;
}

/** Every request of a terminal asks this: one prepared statement. */
export async function findTerminalByTokenHash(tokenHash: Bytes): Promise<PairedTerminal | null> {
  const { rows } = await databasePool().query<TerminalActor & { readonly publicKey: PublicKey }>({
    name: 'paired_terminal',
    text: `SELECT terminal.id, terminal.name, terminal.store_id AS "storeId",
                  store.name AS "storeName", device.id AS "deviceId",
                  device.public_key AS "publicKey"
             FROM terminals AS terminal
             JOIN stores AS store ON store.id = terminal.store_id
             JOIN devices AS device ON device.terminal_id = terminal.id
            WHERE terminal.token_hash = $1
              AND terminal.revoked_at IS NULL AND device.revoked_at IS NULL`,
    values: [tokenHash],
  });
  if (!rows[0]) return null;
  const { publicKey, ...terminal } = rows[0];
  return { terminal, publicKey };
}

/** Codes that cannot be used any more go; of more than `liveMax` of a store, the oldest go too. */
export async function insertPairingCode(
  { codeHash, storeId, createdAt, expiresAt }: NewPairingCode,
  liveMax: number,
  by: AuditActor,
): Promise<void> {
  await databasePrisma().$transaction(async (tx) => {
    await lockRow(tx, 'stores', storeId);
    const dead = [{ usedAt: { not: null } }, { expiresAt: { lte: createdAt } }];
    await tx.pairingCode.deleteMany({ where: { storeId, OR: dead } });
    await tx.pairingCode.create({ data: { codeHash, storeId, createdAt, expiresAt } });
    const tooMany = await tx.pairingCode.findMany({
      where: { storeId, codeHash: { not: codeHash } },
      orderBy: { createdAt: 'desc' },
      skip: liveMax - 1,
    });
    const hashes = tooMany.map((code) => code.codeHash);
    await tx.pairingCode.deleteMany({ where: { codeHash: { in: hashes } } });
    const place = { kind: 'store', id: storeId } as const;
    await addAuditIn(tx, place, { action: 'terminal.code-made', by }, createdAt);
  }, IN_LINE);
}

interface NewPairingCode {
  readonly codeHash: Bytes;
  readonly storeId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Whether a code could still be used. */
export async function isUsable(codeHash: Bytes, at: Date): Promise<boolean> {
  const where = { codeHash, usedAt: null, expiresAt: { gt: at } };
  return (await databasePrisma().pairingCode.count({ where })) === 1;
}

/** @returns the store that the code opens, once; null when it is unknown, used or too old. */
export async function redeemPairingCode(codeHash: Bytes, at: Date): Promise<string | null> {
  const { rows } = await databasePool().query<{ store_id: string }>(
    `UPDATE pairing_codes SET used_at = $2
     WHERE code_hash = $1 AND used_at IS NULL AND expires_at > $2
     RETURNING store_id`,
    [codeHash, at],
  );
  return rows[0]?.store_id ?? null;
}

export async function insertTerminal(
  terminal: {
    readonly id: string;
    readonly storeId: string;
    readonly name: string;
    readonly tokenHash: Bytes;
    readonly pairedAt: Date;
  },
  device: NewDevice,
): Promise<void> {
  const prisma = databasePrisma();
  const subject = { kind: 'terminal', id: terminal.id } as const;
  const by = { kind: 'terminal', id: terminal.id } as const;
  const note = { action: 'terminal.paired', by, subject } as const;
  await prisma.$transaction([
    prisma.terminal.create({ data: { ...terminal, devices: { create: device } } }),
    addAuditIn(prisma, subject, note, terminal.pairedAt),
  ]);
}

/** The terminal and its key. One that is revoked already stays as it is. */
export async function revokeTerminal(id: string, revokedAt: Date, by: AuditActor): Promise<void> {
  const live = { revokedAt: null };
  const data = { revokedAt };
  await databasePrisma().$transaction(async (tx) => {
    await tx.device.updateMany({ where: { terminalId: id, ...live }, data });
    const { count } = await tx.terminal.updateMany({ where: { id, ...live }, data });
    if (count === 0) return;
    const subject = { kind: 'terminal', id } as const;
    await addAuditIn(tx, subject, { action: 'terminal.unpaired', by, subject }, revokedAt);
  }, IN_LINE);
}

/** The ones that are still paired, the oldest first. */
export async function findTerminals(storeId: string): Promise<readonly ListedTerminal[]> {
  const rows = await databasePrisma().terminal.findMany({
    where: { storeId, revokedAt: null },
    select: { id: true, name: true, pairedAt: true, lastSeenAt: true },
    orderBy: [{ pairedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({ ...row, id: writtenUuid(row.id) }));
}

export interface ListedTerminal {
  readonly id: Uuid;
  readonly name: string;
  readonly pairedAt: Date;
  readonly lastSeenAt: Date | null;
}

export async function isTerminalOf(storeId: string, id: Uuid): Promise<boolean> {
  return (await databasePrisma().terminal.count({ where: { id, storeId } })) === 1;
}

export function countTerminals(storeId: string): Promise<number> {
  return databasePrisma().terminal.count({ where: { storeId } });
}
