import type { CurrencyCode } from '@/lib/money/currency';
import { ownNote } from '@/lib/audit/note';
import type { PlatformAction } from '@/lib/audit/actions';
import { addAudit } from './audit-store';
import { isUniqueViolation } from './errors';
import { knownCurrency } from './known-currency';
import { openAccounts } from './ledger-store';
import { databasePool } from './pool';
import { databasePrisma } from './prisma';
import { inTransaction } from './transaction';

export interface ShopperRow {
  readonly id: string;
  readonly phone: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly pinHash: string | null;
  /** Of the wallet. */
  readonly currency: CurrencyCode;
  readonly frozenAt: Date | null;
  /** Since when the number is known to be theirs; null: it pays at no counter. */
  readonly phoneProvenAt: Date | null;
}

export interface ShopperProfile extends ShopperRow {
  readonly consent: { readonly version: string; readonly givenAt: Date } | null;
  readonly face: {
    readonly modelId: string;
    readonly enrolledAt: Date;
    readonly heldAt: Date | null;
    readonly holdClearedAt: Date | null;
  } | null;
  readonly hasTwin: boolean;
}

export async function findShopperById(id: string): Promise<ShopperRow | null> {
  const row = await databasePrisma().shopper.findUnique({ where: { id } });
  return row && withCurrency(row);
}

export async function findShopperByPhone(phone: string): Promise<ShopperRow | null> {
  const row = await databasePrisma().shopper.findUnique({ where: { phone } });
  return row && withCurrency(row);
}

export async function findProfile(id: string): Promise<ShopperProfile | null> {
  const row = await databasePrisma().shopper.findUnique({
    where: { id },
    include: {
      consents: { where: { withdrawnAt: null } },
      template: {
        select: { modelId: true, enrolledAt: true, heldAt: true, holdClearedAt: true },
      },
    },
  });
  return row && { ...withCurrency(row), consent: row.consents[0] ?? null, face: row.template };
}

/**
 * A shopper with an empty wallet in the ledger: both, or neither.
 *
 * @returns false when the phone number has an account already
 */
export async function insertShopper(
  shopper: Omit<ShopperRow, 'pinHash' | 'frozenAt'> & { readonly createdAt: Date },
): Promise<boolean> {
  const { id, phone, name, passwordHash, currency, phoneProvenAt, createdAt } = shopper;
  return inTransaction(databasePool(), async (client) => {
    const { rowCount } = await client.query(
      `INSERT INTO shoppers (id, phone, name, password_hash, currency, phone_proven_at, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (phone) DO NOTHING`,
      [id, phone, name, passwordHash, currency, phoneProvenAt, createdAt],
    );
    if (rowCount !== 1) return false;
    await openAccounts(client, [{ kind: 'wallet', ownerId: id, currency }]);
    await addAudit(client, 'platform', ownNote('account.made', id), createdAt);
    return true;
  });
}

/** Who types a number at a counter means its owner: an account whose number is proven. */
export async function findShopperByProvenPhone(phone: string): Promise<ShopperRow | null> {
  const shopper = await findShopperByPhone(phone);
  return shopper?.phoneProvenAt ? shopper : null;
}

/** The first proof's time stays. */
export async function setPhoneProven(id: string, phoneProvenAt: Date): Promise<void> {
  await changeShopper(
    id,
    `UPDATE shoppers SET phone_proven_at = $2
      WHERE id = $1 AND phone_proven_at IS NULL AND closed_at IS NULL`,
    [phoneProvenAt],
    { action: 'number.proven', at: phoneProvenAt },
  );
}

/** @returns false when the password is another one by now than `previous` */
export function replacePasswordHash(
  id: string,
  previous: string,
  passwordHash: string,
  at: Date,
): Promise<boolean> {
  return changeShopper(
    id,
    'UPDATE shoppers SET password_hash = $2 WHERE id = $1 AND password_hash = $3',
    [passwordHash, previous],
    { action: 'password.changed', at },
  );
}

/**
 * @param previous the number that was proven before
 * @returns `taken` when the number has another account
 */
export async function replacePhone(
  id: string,
  previous: string,
  { phone, phoneProvenAt }: { readonly phone: string; readonly phoneProvenAt: Date },
): Promise<'changed' | 'changed-meanwhile' | 'taken'> {
  try {
    const isChanged = await changeShopper(
      id,
      `UPDATE shoppers SET phone = $2, phone_proven_at = $3
        WHERE id = $1 AND phone = $4 AND closed_at IS NULL`,
      [phone, phoneProvenAt, previous],
      { action: 'number.changed', at: phoneProvenAt },
    );
    return isChanged ? 'changed' : 'changed-meanwhile';
  } catch (error) {
    if (isUniqueViolation(error)) return 'taken';
    throw error;
  }
}

export async function setPinHash(id: string, pinHash: string, at: Date): Promise<void> {
  await changeShopper(
    id,
    'UPDATE shoppers SET pin_hash = $2 WHERE id = $1 AND closed_at IS NULL',
    [pinHash],
    { action: 'pin.set', at },
  );
}

export async function setHasTwin(id: string, hasTwin: boolean): Promise<void> {
  await databasePrisma().shopper.updateMany({ where: { id }, data: { hasTwin } });
}

/** Of several freezes the first one's time stays. */
export async function freeze(id: string, at: Date): Promise<void> {
  await changeShopper(
    id,
    'UPDATE shoppers SET frozen_at = $2 WHERE id = $1 AND frozen_at IS NULL AND closed_at IS NULL',
    [at],
    { action: 'wallet.frozen', at },
  );
}

export async function unfreeze(id: string, at: Date): Promise<void> {
  await changeShopper(
    id,
    `UPDATE shoppers SET frozen_at = NULL
      WHERE id = $1 AND frozen_at IS NOT NULL AND closed_at IS NULL
        AND NOT EXISTS (SELECT FROM cases JOIN face_templates AS face USING (shopper_id)
                         WHERE shopper_id = $1 AND face.enrolled_at <= cases.opened_at)`,
    [],
    { action: 'wallet.unfrozen', at },
  );
}

/**
 * Changes a shopper's row, and writes so into the audit trail, if there is something to change.
 *
 * @param sql an UPDATE whose $1 is the id
 * @returns whether there was
 */
function changeShopper(
  id: string,
  sql: string,
  values: readonly unknown[],
  { action, at }: { readonly action: PlatformAction; readonly at: Date },
): Promise<boolean> {
  return inTransaction(databasePool(), async (client) => {
    const { rowCount } = await client.query(sql, [id, ...values]);
    if (rowCount !== 1) return false;
    await addAudit(client, 'platform', ownNote(action, id), at);
    return true;
  });
}

/**
 * Regulars of a store whose proven number ends in these digits: people with a face who have paid
 * here since then. At most `limit` of them.
 */
export async function findRegulars(
  storeId: string,
  lastFour: string,
  since: Date,
  limit: number,
): Promise<readonly string[]> {
  const rows = await databasePrisma().shopper.findMany({
    where: {
      phoneLastFour: lastFour,
      frozenAt: null,
      phoneProvenAt: { not: null },
      template: { isNot: null },
      payments: { some: { storeId, createdAt: { gt: since } } },
    },
    select: { id: true },
    take: limit,
  });
  return rows.map(({ id }) => id);
}

function withCurrency<R extends { currency: string }>(row: R): R & { currency: CurrencyCode } {
  return { ...row, currency: knownCurrency(row.currency) };
}
