import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actedEvidence, descriptorOf } from '@/lib/identity/evidence.fixture';
import { money } from '@/lib/money/money';
import { EMBEDDER } from '@/models/embedder/model';
import { seedDemo } from '@/prisma/seed';
import type { SignedInShopper } from '../auth/shopper';
import type { SignedInStaff } from '../auth/staff';
import { databasePool } from '../db/pool';
import { insertTerminal } from '../db/terminals-store';
import { createTestDatabase, type TestDatabase } from '../db/test-database';
import { DEMO_RESTAURANT, DEMO_SHOP, DEMO_SHOPPERS } from '../demo/people';
import type { Guest } from '../http/action';
import { beginEnrolment, enrol } from '../people/enrol';
import { consent } from '../people/me';
import { signUp } from '../people/sign-up';
import { placeOrder } from '../shop/place-order';
import {
  acceptOrder,
  markPickedUp,
  markReady,
  refundOrder,
  rejectOrder,
  storeOrders,
} from '../staff/orders';
import { topUp, wallet } from '../wallet/wallet';
import { authorizeByFace } from './authorize';
import { beginPayment } from './challenge';
import { identify } from './identify';
import { lapseUnanswered } from './lapse';
import { authorizeByPin } from './pay-by-pin';
import { cancel, readPayment } from './read';

let db: TestDatabase;

const [mina, otto] = DEMO_SHOPPERS;
const MINA: SignedInShopper = { id: mina.id, name: mina.name, currency: 'CNY' };
const OTTO: SignedInShopper = { id: otto.id, name: otto.name, currency: 'CNY' };
const MINA_FACE = descriptorOf(1);
const OTTO_FACE = descriptorOf(2);

const terminal = {
  id: randomUUID(),
  name: 'Counter 1',
  storeId: DEMO_RESTAURANT.storeId,
  storeName: DEMO_RESTAURANT.name,
};
const atCounter: Guest = { terminal, shopper: null };
const onPhone = (shopper: SignedInShopper): Guest => ({ terminal: null, shopper });

const staffOf = (store: typeof DEMO_RESTAURANT | typeof DEMO_SHOP): SignedInStaff => ({
  ...store.staff,
  storeId: store.storeId,
  merchantId: store.merchantId,
  role: 'owner',
});
const staff = staffOf(DEMO_RESTAURANT);

beforeAll(async () => {
  db = await createTestDatabase();
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
});

afterAll(async () => {
  await databasePool().end();
  await db.close();
});

/** The value of a success; a failure ends the test with its code. */
function value<T>(result: { ok: true; value: T } | { ok: false; code: string }): T {
  if (!result.ok) throw new Error(`unexpected ${result.code}`);
  return result.value;
}

async function enrolFace(shopper: SignedInShopper, face: Float32Array): Promise<void> {
  await consent(shopper);
  const challenge = value(await beginEnrolment(shopper));
  await earlier(challenge.id);
  const evidence = actedEvidence(challenge.steps, face, EMBEDDER.id);
  value(await enrol(shopper, { challengeId: challenge.id, evidence }));
}

/** The trace of a test takes no time; the challenge must have been issued before it began. */
async function earlier(challengeId: string): Promise<void> {
  await db.pool.query(
    `UPDATE challenges SET issued_at = issued_at - interval '20 s' WHERE id = $1`,
    [challengeId],
  );
}

const orderOf = (productId: string, choiceIds: string[] = []) => ({
  id: randomUUID(),
  paymentId: randomUUID(),
  storeId: DEMO_RESTAURANT.storeId,
  channel: 'counter' as const,
  lines: [{ productId, quantity: 1, choiceIds }],
});

/** A bowl of noodle soup, ¥38.00. */
async function soup() {
  return value(await placeOrder(atCounter, orderOf('noodle-soup', ['mild'])));
}

async function smile(guest: Guest, paymentId: string, face: Float32Array, digits?: string) {
  const challenge = await beginPayment(guest, paymentId, { digits });
  if (!challenge.ok) return challenge;
  await earlier(challenge.value.id);
  const evidence = actedEvidence(challenge.value.steps, face, EMBEDDER.id);
  return authorizeByFace(guest, paymentId, { challengeId: challenge.value.id, evidence });
}

async function balance(shopper: SignedInShopper): Promise<[available: string, held: string]> {
  const { available, held } = value(await wallet(shopper));
  return [available.amount, held.amount];
}

async function paidSoup() {
  const placed = await soup();
  value(await smile(atCounter, placed.payment.id, MINA_FACE, mina.phone));
  return placed;
}

async function ledgerIsBalanced(): Promise<void> {
  const { rows } = await db.pool.query(
    'SELECT sum(credits_posted - debits_posted)::text AS posted, sum(credits_pending - debits_pending)::text AS pending FROM ledger_accounts',
  );
  expect(rows).toEqual([{ posted: '0', pending: '0' }]);
}

describe('placing an order', () => {
  it('answers a repeated request with the same order, another body with a conflict', async () => {
    const request = orderOf('noodle-soup', ['mild']);
    const first = value(await placeOrder(atCounter, request));
    expect(first.payment).toMatchObject({ status: 'created', amount: { amount: '3800' } });
    expect(value(await placeOrder(atCounter, request))).toEqual(first);
    const other = { ...request, lines: [{ productId: 'burger', quantity: 1, choiceIds: [] }] };
    expect(await placeOrder(atCounter, other)).toEqual({ ok: false, code: 'id-reused' });
    const stolen = { ...orderOf('burger'), paymentId: request.paymentId };
    expect(await placeOrder(atCounter, stolen)).toEqual({ ok: false, code: 'id-reused' });
  });

  it('is done once when it arrives twice at once', async () => {
    const request = orderOf('noodle-soup', ['hot']);
    const answers = await Promise.all([1, 2, 3].map(() => placeOrder(atCounter, request)));
    const [first] = answers;
    for (const answer of answers) expect(answer).toEqual(first);
    expect(first?.ok).toBe(true);
  });

  it('is for the own store and the right device', async () => {
    const request = orderOf('noodle-soup', ['mild']);
    expect(await placeOrder(onPhone(MINA), request)).toMatchObject({ code: 'terminal-not-paired' });
    const elsewhere = { ...request, storeId: DEMO_SHOP.storeId };
    expect(await placeOrder(atCounter, elsewhere)).toMatchObject({ ok: false });
  });
});

describe('paying at the counter', () => {
  it('holds the amount for a whole number and a face, and captures it on acceptance', async () => {
    const [before] = await balance(MINA);
    const placed = await soup();
    const paid = value(await smile(atCounter, placed.payment.id, MINA_FACE, mina.phone));
    expect(paid.payment).toMatchObject({ status: 'authorized', payer: 'Mina L.', method: 'face' });
    expect(paid.order.state.kind).toBe('waiting');
    expect(await balance(MINA)).toEqual([String(BigInt(before) - 3800n), '3800']);
    const accepted = value(await acceptOrder(staff, placed.order.id));
    expect(accepted).toMatchObject({
      payment: { status: 'captured' },
      refundable: { amount: '3800' },
    });
    expect(await balance(MINA)).toEqual([String(BigInt(before) - 3800n), '0']);
    await ledgerIsBalanced();
  });

  it('knows a regular by the last four digits, and nobody else', async () => {
    const digits = mina.phone.slice(-4);
    expect(await smile(atCounter, (await soup()).payment.id, MINA_FACE, digits)).toMatchObject({
      ok: true,
    });
    const newcomer = otto.phone.slice(-4);
    expect(await smile(atCounter, (await soup()).payment.id, OTTO_FACE, newcomer)).toEqual({
      ok: false,
      code: 'face-unknown',
    });
  });

  it('does not let another face pay with these digits', async () => {
    const before = await balance(MINA);
    const { payment } = await soup();
    const refused = await smile(atCounter, payment.id, OTTO_FACE, mina.phone);
    expect(refused).toEqual({ ok: false, code: 'face-unknown' });
    expect(await balance(MINA)).toEqual(before);
    expect(value(await readPayment(atCounter, payment.id)).payment.status).toBe('challenged');
  });

  it('greets once, and by a masked name only', async () => {
    const { payment } = await soup();
    const challenge = value(await beginPayment(atCounter, payment.id, { digits: mina.phone }));
    const ask = { challengeId: challenge.id, modelId: EMBEDDER.id, descriptors: [MINA_FACE] };
    expect(await identify(terminal, payment.id, ask)).toEqual({
      ok: true,
      value: { payer: 'Mina L.' },
    });
    expect(await identify(terminal, payment.id, ask)).toMatchObject({ code: 'challenge-used' });
  });

  it('counts a greeting of nobody as a refused face', async () => {
    const { payment } = await soup();
    for (let i = 0; i < 5; i++) {
      const { id } = value(await beginPayment(atCounter, payment.id, { digits: mina.phone }));
      const ask = { challengeId: id, modelId: EMBEDDER.id, descriptors: [OTTO_FACE] };
      expect(await identify(terminal, payment.id, ask)).toMatchObject({ code: 'face-unknown' });
    }
    expect(await beginPayment(atCounter, payment.id, { digits: mina.phone })).toMatchObject({
      code: 'use-another-way',
    });
  });

  it('uses a challenge once, for its own payment, in time', async () => {
    const { payment } = await soup();
    const other = await soup();
    const challenge = value(await beginPayment(atCounter, payment.id, { digits: mina.phone }));
    await earlier(challenge.id);
    const evidence = actedEvidence(challenge.steps, MINA_FACE, EMBEDDER.id);
    const body = { challengeId: challenge.id, evidence };
    expect(await authorizeByFace(atCounter, other.payment.id, body)).toMatchObject({
      code: 'challenge-unknown',
    });
    const twice = await Promise.all([1, 2].map(() => authorizeByFace(atCounter, payment.id, body)));
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
    const late = value(await beginPayment(atCounter, other.payment.id, { digits: mina.phone }));
    await db.pool.query('UPDATE challenges SET expires_at = now() WHERE id = $1', [late.id]);
    expect(
      await authorizeByFace(atCounter, other.payment.id, { challengeId: late.id, evidence }),
    ).toMatchObject({ code: 'challenge-expired' });
  });

  it('leaves only the other ways after five refused faces', async () => {
    const { payment } = await soup();
    for (let i = 0; i < 5; i++) await smile(atCounter, payment.id, OTTO_FACE, mina.phone);
    expect(await smile(atCounter, payment.id, MINA_FACE, mina.phone)).toEqual({
      ok: false,
      code: 'use-another-way',
    });
    const byPin = { phone: mina.phone, pin: mina.pin };
    expect(await authorizeByPin(atCounter, payment.id, byPin)).toMatchObject({ ok: true });
  });

  it('locks the PIN after five wrong ones, known number or not', async () => {
    const { payment } = await soup();
    for (const phone of [otto.phone, '+8613900009999']) {
      const codes = [];
      for (let i = 0; i < 6; i++) {
        const result = await authorizeByPin(atCounter, payment.id, { phone, pin: '000000' });
        codes.push(result.ok ? 'ok' : result.code);
      }
      expect(codes).toEqual([...Array<string>(5).fill('pin-refused'), 'pin-locked']);
    }
  });

  it('is over when the guest walks away', async () => {
    const { payment } = await soup();
    expect(value(await cancel(atCounter, payment.id)).payment.status).toBe('cancelled');
    expect(await smile(atCounter, payment.id, MINA_FACE, mina.phone)).toMatchObject({
      code: 'wrong-state',
    });
  });
});

describe('paying online', () => {
  const stamp = () => ({
    ...orderOf('stamp-hanover-1948'),
    storeId: DEMO_SHOP.storeId,
    channel: 'online' as const,
  });

  it('takes the money at once, from the signed-in shopper only', async () => {
    const { payment } = value(await placeOrder(onPhone(MINA), stamp()));
    expect(await smile(onPhone(OTTO), payment.id, OTTO_FACE)).toMatchObject({ code: 'not-found' });
    expect(await smile(onPhone(MINA), payment.id, OTTO_FACE)).toMatchObject({
      code: 'face-unknown',
    });
    const paid = value(await smile(onPhone(MINA), payment.id, MINA_FACE));
    expect(paid).toMatchObject({
      payment: { status: 'captured' },
      order: { state: { kind: 'accepted' } },
    });
    await ledgerIsBalanced();
  });

  it('says so when there is too little money, and moves nothing', async () => {
    const { id } = value(
      await signUp({
        phone: '13900004321',
        defaultCountry: 'CN',
        name: 'Ada',
        password: 'a long enough one',
      }),
    );
    const ada: SignedInShopper = { id, name: 'Ada', currency: 'CNY' };
    await enrolFace(ada, descriptorOf(3));
    const { payment } = value(await placeOrder(onPhone(ada), stamp()));
    expect(await smile(onPhone(ada), payment.id, descriptorOf(3))).toEqual({
      ok: false,
      code: 'insufficient-funds',
    });
    const body = { id: randomUUID(), amount: money(10_000, 'CNY') };
    value(await topUp(ada, body));
    expect(value(await topUp(ada, body)).available.amount).toBe('10000');
    expect(await topUp(ada, { ...body, amount: money(1, 'CNY') })).toMatchObject({
      code: 'id-reused',
    });
    expect(await smile(onPhone(ada), payment.id, descriptorOf(3))).toMatchObject({ ok: true });
  });
});

describe('the staff', () => {
  it('give the hold back by rejecting', async () => {
    const before = await balance(MINA);
    const { order } = await paidSoup();
    const rejected = value(await rejectOrder(staff, order.id, { reason: 'sold-out' }));
    expect(rejected).toMatchObject({ payment: { status: 'voided' }, refundable: { amount: '0' } });
    expect(await balance(MINA)).toEqual(before);
  });

  it('do one thing with two taps at once', async () => {
    const { order } = await paidSoup();
    const taps = await Promise.all([
      acceptOrder(staff, order.id),
      rejectOrder(staff, order.id, { reason: 'too-busy' }),
      acceptOrder(staff, order.id),
    ]);
    expect(taps.filter(({ ok }) => ok)).toHaveLength(1);
    for (const tap of taps) if (!tap.ok) expect(tap.code).toBe('wrong-state');
    await ledgerIsBalanced();
  });

  it('take an order to its end, and see it on the board', async () => {
    const { order } = await paidSoup();
    value(await acceptOrder(staff, order.id));
    expect(await markPickedUp(staff, order.id)).toMatchObject({ code: 'wrong-state' });
    value(await markReady(staff, order.id));
    expect(value(await markPickedUp(staff, order.id)).order.state.kind).toBe('picked-up');
    const board = value(await storeOrders(staff));
    expect(board.orders.find((card) => card.order.id === order.id)).toBeDefined();
  });

  it('refund in parts, each id once, never more than was paid', async () => {
    const before = await balance(MINA);
    const { order } = await paidSoup();
    value(await acceptOrder(staff, order.id));
    const part = { id: randomUUID(), amount: money(800, 'CNY') };
    expect(value(await refundOrder(staff, order.id, part)).refundable.amount).toBe('3000');
    expect(value(await refundOrder(staff, order.id, part)).refundable.amount).toBe('3000');
    const over = { id: randomUUID(), amount: money(3001, 'CNY') };
    expect(await refundOrder(staff, order.id, over)).toMatchObject({ code: 'over-refund' });
    const rest = { id: randomUUID(), amount: money(3000, 'CNY') };
    expect(value(await refundOrder(staff, order.id, rest)).payment.status).toBe('refunded');
    expect(await balance(MINA)).toEqual(before);
    await ledgerIsBalanced();
  });

  it("do not see another store's orders", async () => {
    const { order } = await paidSoup();
    const others = staffOf(DEMO_SHOP);
    expect(await acceptOrder(others, order.id)).toMatchObject({ code: 'not-found' });
    expect(await markReady(others, order.id)).toMatchObject({ code: 'not-found' });
  });

  it('who never answer release the hold after a quarter of an hour', async () => {
    const before = await balance(MINA);
    const { payment } = await paidSoup();
    const soon = new Date(Date.now() + 14 * 60_000);
    const later = new Date(Date.now() + 16 * 60_000);
    await lapseUnanswered(soon);
    expect(value(await readPayment(atCounter, payment.id)).payment.status).toBe('authorized');
    const byEveryInstance = await Promise.all([lapseUnanswered(later), lapseUnanswered(later)]);
    expect(byEveryInstance.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
    expect(value(await readPayment(atCounter, payment.id))).toMatchObject({
      payment: { status: 'voided' },
      order: { state: { kind: 'lapsed' } },
    });
    // Whatever the other tests left waiting lapsed too: nothing of Mina's is held any more.
    const [available, held] = await balance(MINA);
    expect(held).toBe('0');
    expect(BigInt(available)).toBeGreaterThanOrEqual(BigInt(before[0]));
    await ledgerIsBalanced();
  });
});
