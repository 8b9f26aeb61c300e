import { hkdfSync, randomBytes } from 'node:crypto';
import { findInstallationKeys, insertInstallationKey } from '../db/installation-keys-store';
import { databasePool } from '../db/pool';
import type { Queryable } from '../db/queryable';
import { findWrappedSample } from '../db/wrapped-keys-store';
import { makeTransform, type Transform } from './transform';
import { openKey, seal, unseal } from '../sealing/seal';
import { readReceiptKey, RECEIPT_KEY, newReceiptKey, type ReceiptKey } from './receipt-key';

/** The secrets that the installation made for itself, opened. */
interface Installation {
  readonly derivation: Uint8Array;
  /** By version. */
  readonly transforms: ReadonlyMap<number, Transform>;
  /** The version that new templates are stored in. */
  readonly transformVersion: number;
  readonly receiptKey: ReceiptKey;
}

const DERIVATION = 'derivation';
const TRANSFORM = 'transform:';

/** Next bundles what starts with the server apart from the routes; both see globalThis. */
const shared = globalThis as typeof globalThis & { smileInstallation?: Installation };

/**
 * Makes the installation's secrets where they are missing, and opens them. To be called before
 * anything is sealed; again, it reads what other instances have added.
 *
 * @throws MasterKeyError when there is no master key, or it is another one than this database
 *   was sealed with
 */
export async function openInstallation(db: Queryable = databasePool()): Promise<void> {
  await requireRightKey(db);
  await insertMissing(db);
  const rows = await findInstallationKeys(db);
  const open = (name: string) => {
    const row = rows.find((each) => each.name === name);
    if (!row) throw new Error(`there is no installation key ${name}`);
    return unseal(row, contextOf(name));
  };
  const versions = rows
    .filter(({ name }) => name.startsWith(TRANSFORM))
    .map(({ name }) => Number(name.slice(TRANSFORM.length)));
  const before = shared.smileInstallation?.transforms;
  const transforms = new Map(
    versions.map((v) => [v, before?.get(v) ?? makeTransform(open(transformName(v)))] as const),
  );
  const receipt = rows.find(({ name }) => name === RECEIPT_KEY);
  shared.smileInstallation = {
    derivation: open(DERIVATION),
    transforms,
    transformVersion: Math.max(...versions),
    receiptKey: await readReceiptKey(open(RECEIPT_KEY), receipt?.publicKey ?? null),
  };
}

/** @throws Error when {@link openInstallation} was not called: a bug */
export function installation(): Installation {
  if (!shared.smileInstallation) throw new Error('openInstallation() was not called');
  return shared.smileInstallation;
}

/** The next version of the transform; templates move to it by and by. @returns its number */
export async function addTransform(db: Queryable = databasePool()): Promise<number> {
  const version = installation().transformVersion + 1;
  await insertSecret(db, transformName(version));
  await openInstallation(db);
  return version;
}

/** 32 bytes for one purpose, always the same, whichever master key is current (RFC 5869). */
export function derivedKey(purpose: string): Uint8Array {
  const { derivation } = installation();
  return new Uint8Array(hkdfSync('sha256', derivation, new Uint8Array(), purpose, 32));
}

/** A record that was sealed earlier must open: otherwise new ones would be sealed beside it. */
async function requireRightKey(db: Queryable): Promise<void> {
  const sample = await findWrappedSample(db);
  if (sample) openKey(sample.wrappedKey, sample.context);
}

async function insertMissing(db: Queryable): Promise<void> {
  const names = (await findInstallationKeys(db)).map(({ name }) => name);
  if (!names.includes(DERIVATION)) await insertSecret(db, DERIVATION);
  if (!names.some((name) => name.startsWith(TRANSFORM))) await insertSecret(db, transformName(1));
  if (names.includes(RECEIPT_KEY)) return;
  const { privateKey, publicKey } = await newReceiptKey();
  const sealed = seal(privateKey, contextOf(RECEIPT_KEY));
  await insertInstallationKey(db, { name: RECEIPT_KEY, ...sealed, publicKey });
}

async function insertSecret(db: Queryable, name: string): Promise<void> {
  const sealed = seal(randomBytes(32), contextOf(name));
  await insertInstallationKey(db, { name, ...sealed, publicKey: null });
}

function transformName(version: number): string {
  return `${TRANSFORM}${version}`;
}

function contextOf(name: string): string {
  return `installation:${name}`;
}
