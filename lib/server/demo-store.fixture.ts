import { randomBytes } from 'node:crypto';
import type { GuestActor, ShopperActor, StaffActor } from '@/lib/access/actors';
import { afterAll, beforeAll } from 'vitest';
import { claimBy } from '@/lib/access/claim';
import { hashIntent } from '@/lib/intents/intent';
import { paymentIntentOf } from '@/lib/payments/payment-intent';
import type { PaymentView } from '@/lib/payments/view';
import type { Challenge } from '@/lib/liveness/challenge';
import { newTestKey, signAs, signEvidence, type TestDevice } from '@/lib/liveness/device.fixture';
import { actedEvidence, descriptorOf, inOtherLight } from '@/lib/liveness/evidence.fixture';
import { encodeDescriptor } from '@/lib/liveness/evidence';
import { SIGNED_TYPES } from '@/lib/liveness/signed';
import { type Uuid, newUuid } from '@/lib/ids/uuid';
import { EMBEDDER } from '@/models/embedder/model';
import { seedDemo } from '@/prisma/seed';
import { later, now } from './clock';
import { databasePool } from './db/pool';
import { findShopperByPhone } from './db/shoppers-store';
import { insertTerminal } from './db/terminals-store';
import { createTestDatabase } from '@/testing/postgres/database.fixture';
import { DEMO_RESTAURANT, type DEMO_SHOP, DEMO_SHOPPERS } from './demo/people';
import { registerPhone } from './access/own-phone';
import { authorizeByFaceCheck, authorizeByPin } from './payments/authorize-payment';
import { openInstallation } from './keys/installation';
import { beginFaceCheck } from './payments/begin-face-check';
import { expireUnpaid } from './payments/deadlines';
import { addEnrolmentPicture } from './shoppers/enrol-face';
import { beginEnrolment } from './shoppers/begin-enrolment';
import { giveConsent } from './shoppers/give-consent';
import { createAccount } from './shoppers/create-account';
import { placeOrder } from './orders/place-order';
import { readWallet } from './shoppers/read-wallet';
import { signedIn } from './signed-in.fixture';

/**
 * The demo in a database of the test's own: Mina and Otto have faces and money, the
 * restaurant has a terminal. Everything goes through the real use cases, and every device has
 * a key that really signs.
 */
export const [mina, otto] = DEMO_SHOPPERS;
export const MINA = signedIn(mina);
export const OTTO = signedIn(otto);
export const MINA_FACE = descriptorOf(1);
export const OTTO_FACE = descriptorOf(2);

export const terminal = {
  id: newUuid(),
  name: 'Counter 1',
  storeId: DEMO_RESTAURANT.storeId,
  storeName: DEMO_RESTAURANT.name,
  deviceId: newUuid(),
};
/** The shop's; of RFC 5737. */
export const ADDRESS = '203.0.113.7';
export const atCounter: GuestActor = { terminal, shopper: null, address: ADDRESS };
export const onPhone = (shopper: ShopperActor): GuestActor => ({
  terminal: null,
  shopper,
  address: ADDRESS,
});

export const staffOf = (store: typeof DEMO_RESTAURANT | typeof DEMO_SHOP): StaffActor => ({
  ...store.staff,
  storeId: store.storeId,
  merchantId: store.merchantId,
  role: 'owner',
});

/** Somebody new, with an empty wallet and nothing else. */
export async function newcomer(phone: string): Promise<ShopperActor> {
  const e164 = `+86${phone}`;
  value(await createAccount({ phone: e164, name: 'Ada', password: 'a long enough one' }));
  const shopper = await findShopperByPhone(e164);
  if (!shopper) throw new Error('nobody signed up');
  return signedIn(shopper);
}

/**
 * Before all tests of a file: a database of their own with the demo in it, a paired tablet, and
 * two people whose faces are not new. After all of them it is gone.
 */
export function openDemo(): void {
  let close: () => Promise<void>;
  beforeAll(async () => {
    close = await fillDemo();
  });
  afterAll(() => close());
}

/** @returns closes the database again. */
async function fillDemo(): Promise<() => Promise<void>> {
  const db = await createTestDatabase();
  Object.assign(process.env, {
    DATABASE_URL: db.url,
    NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
    TEMPLATE_KEY: randomBytes(32).toString('base64'),
  });
  await openInstallation();
  await seedDemo(db.url);
  await installTerminal(terminal);
  await enrolFace(MINA, MINA_FACE);
  await enrolFace(OTTO, OTTO_FACE);
  await databasePool().query(`UPDATE face_templates SET enrolled_at = now() - interval '2 days'`);
  return async () => {
    await databasePool().end();
    await db.close();
  };
}

/** Pairs one more tablet of the restaurant. */
export async function installTerminal(counter: typeof terminal): Promise<void> {
  const { id, storeId, name, deviceId } = counter;
  const tokenHash = new Uint8Array(randomBytes(32));
  const pairedAt = new Date();
  const { publicKey, privateKey } = await newTestKey();
  await insertTerminal(
    { id, storeId, name, tokenHash, pairedAt },
    { id: deviceId, publicKey, createdAt: pairedAt },
  );
  devices.set(id, { id: deviceId, privateKey });
}

/** By the id of the terminal or shopper. */
const devices = new Map<string, TestDevice>();

/** What the guest stands at; an own phone is registered when it is first used. */
export async function deviceOf({ terminal: counter, shopper }: GuestActor): Promise<TestDevice> {
  const known = devices.get(counter?.id ?? shopper?.id ?? '');
  if (known) return known;
  if (!shopper) throw new Error('a terminal is known, or it is none');
  const device = await newPhone(shopper);
  devices.set(shopper.id, device);
  return device;
}

/** Asks for a challenge at this payment, as this guest from this device. */
export async function challengeFor(
  guest: GuestActor,
  paymentId: Uuid,
  device: TestDevice,
  digits?: string,
) {
  return beginFaceCheck(guest, paymentId, { digits, deviceId: device.id, screen: 'coloured' });
}

/** One more phone of this shopper's. */
export async function newPhone(shopper: ShopperActor, replaces?: Uuid): Promise<TestDevice> {
  const { publicKey, privateKey } = await newTestKey();
  const { id } = value(await registerPhone(shopper, { publicKey, replaces }));
  return { id, privateKey };
}

/** The value of a success; a failure ends the test with its code. */
export function value<T>(result: { ok: true; value: T } | { ok: false; code: string }): T {
  if (!result.ok) throw new Error(`unexpected ${result.code}`);
  return result.value;
}

export async function enrolFace(shopper: ShopperActor, face: Float32Array): Promise<void> {
  await giveConsent(shopper);
  const phone = await deviceOf(onPhone(shopper));
  for (let picture = 0; ; picture += 1) {
    const wish = { deviceId: phone.id, screen: 'coloured' as const, anew: picture === 0 };
    const challenge = value(await beginEnrolment(shopper, wish, ADDRESS));
    const answer = await act(challenge, inOtherLight(face, picture), phone);
    const enrolled = value(
      await later(ACTING_MS, () => addEnrolmentPicture(shopper, answer, ADDRESS)),
    );
    if (enrolled.kind === 'complete') return;
  }
}

/** What the device would send of this face, acted well. */
export async function act(challenge: Challenge, face: Float32Array, device: TestDevice) {
  const evidence = await signEvidence(
    actedEvidence(challenge, face, EMBEDDER.id, { phase: Math.random() * 100 }),
    device,
  );
  return { challengeId: challenge.id, evidence };
}

/** The face at rest, for a name at the counter. */
export async function greet(challenge: Challenge, face: Float32Array, device: TestDevice) {
  const { id: challengeId, nonce } = challenge;
  const descriptors = [encodeDescriptor(face)];
  const payload = { challengeId, nonce, modelId: EMBEDDER.id, descriptors };
  return { challengeId, greeting: await signAs(SIGNED_TYPES.greeting, payload, device) };
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The trace of a test takes no time; its answer comes when a person would have acted it. */
export const ACTING_MS = 20_000;

export const orderOf = (productId: string, choiceIds: string[] = []) => ({
  id: newUuid(),
  paymentId: newUuid(),
  storeId: DEMO_RESTAURANT.storeId,
  channel: 'counter' as const,
  lines: [{ productId, quantity: 1, choiceIds }],
});

/** A bowl of noodle soup, ¥38.00. */
export async function soup() {
  return value(await placeOrder(atCounter, orderOf('noodle-soup', ['mild'])));
}

export async function smile(
  guest: GuestActor,
  paymentId: Uuid,
  face: Float32Array,
  digits?: string,
) {
  const device = await deviceOf(guest);
  const challenge = await challengeFor(guest, paymentId, device, digits);
  if (!challenge.ok) return challenge;
  const answer = await act(challenge.value, face, device);
  return later(ACTING_MS, () => authorizeByFaceCheck(guest, paymentId, answer));
}

/** @param payment as the screen shows it. */
export function payByPin(
  guest: GuestActor,
  payment: PaymentView,
  body: { readonly phone?: string; readonly pin: string },
) {
  const intent = paymentIntentOf(payment, claimBy(body.phone));
  return authorizeByPin(guest, payment.id, { ...body, intentHash: hashIntent(intent) });
}

export async function paidSoup() {
  const placed = await soup();
  value(await smile(atCounter, placed.payment.id, MINA_FACE, mina.phone));
  return placed;
}

export async function balance(shopper: ShopperActor): Promise<[available: string, held: string]> {
  const { available, held } = value(await readWallet(shopper));
  return [available.amount, held.amount];
}

/** As if nothing had been refused anywhere, and nobody had left without paying. */
export async function freshBudget(): Promise<void> {
  await expireUnpaid(new Date(now().getTime() + DAY_MS));
  await databasePool().query('DELETE FROM attempts');
  await databasePool().query('DELETE FROM terminal_alarms');
}
