import { randomBytes, randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { actedEvidence, descriptorOf } from '@/lib/identity/evidence.fixture';
import { EMBEDDER } from '@/models/embedder/model';
import { seedDemo } from '@/prisma/seed';
import type { SignedInShopper } from './auth/shopper';
import type { SignedInStaff } from './auth/staff';
import { later } from './clock';
import { databasePool } from './db/pool';
import { insertTerminal } from './db/terminals-store';
import { createTestDatabase } from './db/test-database';
import type { DEMO_SHOP } from './demo/people';
import { DEMO_RESTAURANT, DEMO_SHOPPERS } from './demo/people';
import type { Guest } from './http/action';
import { authorizeByFace } from './payments/authorize';
import { beginPayment } from './payments/challenge';
import { beginEnrolment, enrol } from './people/enrol';
import { consent } from './people/me';
import { placeOrder } from './shop/place-order';
import { wallet } from './wallet/wallet';

/**
 * The demo in a database of the test's own: Mina and Otto have faces and money, the
 * restaurant has a terminal. Everything goes through the real use cases.
 */

export const [mina, otto] = DEMO_SHOPPERS;
const signedInAt = new Date();
export const MINA: SignedInShopper = { id: mina.id, name: mina.name, currency: 'CNY', signedInAt };
export const OTTO: SignedInShopper = { id: otto.id, name: otto.name, currency: 'CNY', signedInAt };
export const MINA_FACE = descriptorOf(1);
export const OTTO_FACE = descriptorOf(2);

export const terminal = {
  id: randomUUID(),
  name: 'Counter 1',
  storeId: DEMO_RESTAURANT.storeId,
  storeName: DEMO_RESTAURANT.name,
};
/** The shop's; of RFC 5737. */
export const ADDRESS = '203.0.113.7';
export const atCounter: Guest = { terminal, shopper: null, address: ADDRESS };
export const onPhone = (shopper: SignedInShopper): Guest => ({
  terminal: null,
  shopper,
  address: ADDRESS,
});

export const staffOf = (store: typeof DEMO_RESTAURANT | typeof DEMO_SHOP): SignedInStaff => ({
  ...store.staff,
  storeId: store.storeId,
  merchantId: store.merchantId,
  role: 'owner',
});

/** @returns closes the database again. */
export async function openDemo(): Promise<() => Promise<void>> {
  const db = await createTestDatabase();
  Object.assign(process.env, {
    DATABASE_URL: db.url,
    NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
    TEMPLATE_KEY: randomBytes(32).toString('base64'),
  });
  await seedDemo(db.url);
  await insertTerminal({
    id: terminal.id,
    storeId: terminal.storeId,
    name: terminal.name,
    tokenHash: new Uint8Array(randomBytes(32)),
    pairedAt: new Date(),
  });
  await enrolFace(MINA, MINA_FACE);
  await enrolFace(OTTO, OTTO_FACE);
  return async () => {
    await databasePool().end();
    await db.close();
  };
}

/** The value of a success; a failure ends the test with its code. */
export function value<T>(result: { ok: true; value: T } | { ok: false; code: string }): T {
  if (!result.ok) throw new Error(`unexpected ${result.code}`);
  return result.value;
}

export async function enrolFace(shopper: SignedInShopper, face: Float32Array): Promise<void> {
  await consent(shopper);
  const challenge = value(await beginEnrolment(shopper, { screen: 'coloured' }, ADDRESS));
  const evidence = actedEvidence(challenge, face, EMBEDDER.id);
  const answer = { challengeId: challenge.id, evidence };
  value(await later(ACTING_MS, () => enrol(shopper, answer, ADDRESS)));
}

/** The trace of a test takes no time; its answer comes when a person would have acted it. */
export const ACTING_MS = 20_000;

export const orderOf = (productId: string, choiceIds: string[] = []) => ({
  id: randomUUID(),
  paymentId: randomUUID(),
  storeId: DEMO_RESTAURANT.storeId,
  channel: 'counter' as const,
  lines: [{ productId, quantity: 1, choiceIds }],
});

/** A bowl of noodle soup, ¥38.00. */
export async function soup() {
  return value(await placeOrder(atCounter, orderOf('noodle-soup', ['mild'])));
}

export async function smile(guest: Guest, paymentId: string, face: Float32Array, digits?: string) {
  const challenge = await beginPayment(guest, paymentId, { digits, screen: 'coloured' });
  if (!challenge.ok) return challenge;
  const evidence = actedEvidence(challenge.value, face, EMBEDDER.id);
  const answer = { challengeId: challenge.value.id, evidence };
  return later(ACTING_MS, () => authorizeByFace(guest, paymentId, answer));
}

export async function paidSoup() {
  const placed = await soup();
  value(await smile(atCounter, placed.payment.id, MINA_FACE, mina.phone));
  return placed;
}

export async function balance(
  shopper: SignedInShopper,
): Promise<[available: string, held: string]> {
  const { available, held } = value(await wallet(shopper));
  return [available.amount, held.amount];
}

export async function ledgerIsBalanced(): Promise<void> {
  const { rows } = await databasePool().query(
    `SELECT sum(credits_posted - debits_posted)::text AS posted,
            sum(credits_pending - debits_pending)::text AS pending
       FROM ledger_accounts`,
  );
  expect(rows).toEqual([{ posted: '0', pending: '0' }]);
}

/** As if no face had been refused anywhere: each test begins with a whole budget. */
export async function freshBudget(): Promise<void> {
  await databasePool().query("DELETE FROM failures WHERE subject LIKE 'face:%'");
  await databasePool().query('DELETE FROM terminal_alarms');
}
