import 'server-only';
import { timingSafeEqual } from 'node:crypto';
import { newUuid } from '@/lib/ids/uuid';
import type { Setup } from '@/lib/api/staff';
import { storeSettingsFor } from '@/lib/orders/store-settings';
import { merchantSettingsFor } from '@/lib/payments/merchant-settings';
import { isAcceptablePassword } from '../access/acceptable-password';
import { guessFrom } from '../access/limit-by-address';
import { secretWork } from '../access/secret-work';
import { hashSecret } from '../access/password';
import { hashToken } from '../access/terminal-token';
import { now } from '../clock';
import { createStore } from '../db/create-store';
import { databasePool } from '../db/pool';
import { databasePrisma } from '../db/prisma';
import { hasStores } from '../db/stores-store';
import { restaurantMenu } from '../demo/menus';
import { env } from '../env';
import { done, refused, type Result } from '../result';

/**
 * The first store of an empty installation, with a menu to start from. Open to whoever
 * holds the token that the start command printed, and only until there is a store.
 */
export function setUp(
  setup: Setup,
  address: string,
): Promise<Result<{ readonly storeId: string }>> {
  return guessFrom({ kind: 'setup-token:address', address }, 'setup-closed', () => open(setup));
}

async function open(setup: Setup): Promise<Result<{ readonly storeId: string }>> {
  if (!isSetupToken(setup.token) || (await hasStores())) return refused('setup-closed');
  if (!isAcceptablePassword(setup.password, setup.storeName, '')) return refused('weak-password');
  const hashed = await secretWork('stranger', () => hashSecret(setup.password));
  if (!hashed.ok) return hashed;
  const storeId = newUuid();
  const { storeName: name, currency } = setup;
  const owner = {
    id: newUuid(),
    name: 'Owner',
    email: setup.email.toLowerCase(),
    passwordHash: hashed.value,
  };
  const merchant = { id: newUuid(), name, settings: merchantSettingsFor(currency) };
  const store = {
    id: storeId,
    name,
    channel: 'counter',
    settings: storeSettingsFor(currency),
    merchant,
    products: restaurantMenu(currency),
    owner,
  } as const;
  await createStore(databasePrisma(), databasePool(), store, now());
  return done({ storeId });
}

/** Compares hashes in constant time, so that the answer's time tells nothing of the token. */
function isSetupToken(token: string): boolean {
  const expected = env().SMILE_SETUP_TOKEN;
  return expected !== undefined && timingSafeEqual(hashToken(token), hashToken(expected));
}
