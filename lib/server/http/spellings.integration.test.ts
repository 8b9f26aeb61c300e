import { hashIntent } from '@/lib/intents/intent';
import { paymentIntentOf } from '@/lib/payments/payment-intent';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { emptySchema } from '@/lib/api/common';
import { registerDeviceSchema } from '@/lib/api/devices';
import { payoutSchema } from '@/lib/api/merchant';
import { placeOrderSchema, type PlacedOrder } from '@/lib/api/orders';
import { authorizeSchema, challengeSchema, payByPinSchema } from '@/lib/api/payments';
import { acceptSchema, refundSchema, type StaffOrder } from '@/lib/api/staff';
import { topUpSchema } from '@/lib/api/wallet';
import type { Challenge } from '@/lib/liveness/challenge';
import { newTestKey } from '@/lib/liveness/device.fixture';
import { anySpelling, threeSpellings } from '@/lib/ids/spelling.fixture';
import { newUuid } from '@/lib/ids/uuid';
import { later } from '../clock';
import { verifyLedger } from '../db/ledger-verify';
import { databasePool } from '../db/pool';
import {
  ACTING_MS,
  act,
  atCounter,
  balance,
  deviceOf,
  freshBudget,
  MINA,
  mina,
  MINA_FACE,
  onPhone,
  openDemo,
  orderOf,
  staffOf,
} from '../demo-store.fixture';
import { ledgerIsBalanced } from '../ledger-is-balanced.fixture';
import { DEMO_RESTAURANT } from '../demo/people';
import { forgetPhone, registerPhone } from '../access/own-phone';
import { payOut } from '../merchants/pay-out';
import { authorizeByFaceCheck, authorizeByPin } from '../payments/authorize-payment';
import { beginFaceCheck } from '../payments/begin-face-check';
import { readPayment } from '../payments/read-payment';
import { placeOrder } from '../orders/place-order';
import { refundOrder } from '../orders/refund-order';
import { acceptOrder } from '../orders/accept-order';
import { topUpWallet } from '../shoppers/top-up-wallet';
import { paramsWithId, action, type Route } from './action';

openDemo();
beforeEach(freshBudget);

const owner = staffOf(DEMO_RESTAURANT);
const params = paramsWithId;

/** The real schemas before the real use cases; who asks is given, not signed in. */
const ROUTES = {
  topUp: action('POST /api/shoppers', { body: topUpSchema }, (_, { body }) =>
    topUpWallet(MINA, body),
  ),
  place: action('POST /api/shoppers', { body: placeOrderSchema }, (_, { body }) =>
    placeOrder(atCounter, body),
  ),
  read: action('POST /api/shoppers', { params }, (_, { params: { id } }) =>
    readPayment(atCounter, id),
  ),
  payByPin: action(
    'POST /api/shoppers',
    { params, body: payByPinSchema },
    (_, { params: { id }, body }) => authorizeByPin(atCounter, id, body),
  ),
  begin: action(
    'POST /api/shoppers',
    { params, body: challengeSchema },
    (_, { params: { id }, body }) => beginFaceCheck(onPhone(MINA), id, body),
  ),
  authorize: action(
    'POST /api/shoppers',
    { params, body: authorizeSchema },
    (_, { params: { id }, body }) =>
      later(ACTING_MS, () => authorizeByFaceCheck(onPhone(MINA), id, body)),
  ),
  accept: action(
    'POST /api/shoppers',
    { params, body: acceptSchema },
    (_, { params: { id }, body }) => acceptOrder(owner, id, body),
  ),
  refund: action(
    'POST /api/shoppers',
    { params, body: refundSchema },
    (_, { params: { id }, body }) => refundOrder(owner, id, body),
  ),
  payOut: action('POST /api/shoppers', { body: payoutSchema }, (_, { body }) =>
    payOut(owner, body),
  ),
  register: action('POST /api/shoppers', { body: registerDeviceSchema }, (_, { body }) =>
    registerPhone(MINA, body),
  ),
  forget: action(
    'POST /api/shoppers',
    { params, body: emptySchema, status: 204 },
    (_, { params: { id } }) => forgetPhone(MINA, id),
  ),
} satisfies Record<string, Route>;

async function ask<T>(route: Route, body: unknown, id?: string) {
  const request = new Request('http://shop/api', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const response = await route(request, {
    params: Promise.resolve(id === undefined ? {} : { id }),
  });
  const text = await response.text();
  return { status: response.status, body: (text ? JSON.parse(text) : undefined) as T };
}

const yuan = (amount: number) => ({ amount: String(amount * 100), currency: 'CNY' });

async function expectTrueBooks(): Promise<void> {
  expect((await verifyLedger(databasePool())).fault).toBeUndefined();
  await ledgerIsBalanced();
}

/** A bowl of soup for ¥38 that Mina has paid and the kitchen accepted. */
async function soldSoup(spell: (id: string) => string) {
  const order = orderOf('noodle-soup', ['mild']);
  const { id, paymentId } = order;
  const spelled = () => ({
    ...order,
    id: spell(id),
    paymentId: spell(paymentId),
    storeId: spell(order.storeId),
  });
  const first = await ask<PlacedOrder>(ROUTES.place, spelled());
  expect(first).toMatchObject({ status: 200, body: { order: { id }, payment: { id: paymentId } } });
  expect(await ask(ROUTES.place, spelled())).toEqual(first);
  const intentHash = hashIntent(paymentIntentOf(first.body.payment, 'whole-number'));
  const pin = { phone: mina.phone, pin: mina.pin, intentHash };
  expect(await ask(ROUTES.payByPin, pin, spell(paymentId))).toMatchObject({ status: 200 });
  expect(await ask(ROUTES.accept, {}, spell(id))).toMatchObject({ status: 200 });
  return { id, paymentId };
}

/** Spells every id anew. */
const spellings = fc
  .infiniteStream(fc.boolean())
  .map(
    (letters) => (id: string) =>
      Array.from(id, (sign) => (letters.next().value ? sign.toUpperCase() : sign)).join(''),
  );

describe('an id is one id, however it is spelled', () => {
  it('a refund in lower, upper and mixed case is one refund', async () => {
    const { id } = await soldSoup((text) => text);
    const [before] = await balance(MINA);
    for (const refundId of threeSpellings(newUuid())) {
      const refunded = await ask<StaffOrder>(ROUTES.refund, { id: refundId, amount: yuan(13) }, id);
      expect(refunded).toMatchObject({ status: 200, body: { payment: { refunded: yuan(13) } } });
    }
    expect(Number((await balance(MINA))[0]) - Number(before)).toBe(1300);
    await expectTrueBooks();
  });

  it('fifty refunds at once, each spelled its own way, are one', async () => {
    const { id } = await soldSoup((text) => text);
    const [before] = await balance(MINA);
    const ways = fc.sample(anySpelling(newUuid()), 50);
    const answers = await Promise.all(
      ways.map((refundId) => ask(ROUTES.refund, { id: refundId, amount: yuan(13) }, id)),
    );
    expect(answers.filter(({ status }) => status === 200)).not.toHaveLength(0);
    expect(answers.filter(({ status }) => status !== 200 && status !== 409)).toEqual([]);
    expect(Number((await balance(MINA))[0]) - Number(before)).toBe(1300);
    await expectTrueBooks();
  });

  it('through a whole life, whatever is spelled how, and sent how often', async () => {
    await fc.assert(
      fc.asyncProperty(spellings, fc.integer({ min: 2, max: 5 }), async (spell, times) => {
        const repeated = async (route: Route, body: () => unknown, path?: string) => {
          const answers = await Promise.all(
            Array.from({ length: times }, () => ask(route, body(), path && spell(path))),
          );
          expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
          const last = await ask(route, body(), path && spell(path));
          expect(last.status).toBe(200);
        };
        const [before] = await balance(MINA);
        const [topUpId, refundId, payoutId] = [newUuid(), newUuid(), newUuid()];
        await repeated(ROUTES.topUp, () => ({ id: spell(topUpId), amount: yuan(100) }));
        const { id, paymentId } = await soldSoup(spell);
        await repeated(ROUTES.refund, () => ({ id: spell(refundId), amount: yuan(10) }), id);
        await repeated(ROUTES.payOut, () => ({ id: spell(payoutId), amount: yuan(5) }));
        expect(Number((await balance(MINA))[0]) - Number(before)).toBe(10_000 - 3_800 + 1_000);
        const { body } = await ask(ROUTES.read, {}, spell(paymentId));
        expect(body).toMatchObject({ payment: { id: paymentId, refunded: yuan(10) } });
        await expectTrueBooks();
      }),
      { numRuns: 8 },
    );
  });

  it('a face pays although its challenge, its device and its payment are spelled otherwise', async () => {
    const upper = (id: string) => id.toUpperCase();
    const order = orderOf('noodle-soup', ['mild']);
    await ask(ROUTES.place, order);
    const device = await deviceOf(onPhone(MINA));
    const wish = { deviceId: upper(device.id), screen: 'coloured' };
    const begun = await ask<Challenge>(ROUTES.begin, wish, upper(order.paymentId));
    expect(begun.body.intent).toMatchObject({ paymentId: order.paymentId });
    const answer = await act(begun.body, MINA_FACE, device);
    const sent = { ...answer, challengeId: upper(answer.challengeId) };
    const paid = await ask(ROUTES.authorize, sent, upper(order.paymentId));
    expect(paid).toMatchObject({ status: 200, body: { payment: { status: 'authorized' } } });
    await expectTrueBooks();
  });

  it('a phone is replaced and let go of', async () => {
    const phone = async (replaces?: string) => {
      const { publicKey } = await newTestKey();
      return (await ask<{ id: string }>(ROUTES.register, { publicKey, replaces })).body.id;
    };
    const first = await phone();
    const second = await phone(first.toUpperCase());
    expect(await ask(ROUTES.forget, {}, first)).toMatchObject({ status: 404 });
    expect(await ask(ROUTES.forget, {}, second.toUpperCase())).toMatchObject({ status: 204 });
  });
});

it('a payment may have the id of a shopper: its books are its own', async () => {
  await ask(ROUTES.topUp, { id: newUuid(), amount: yuan(50) });
  const order = { ...orderOf('noodle-soup', ['mild']), paymentId: MINA.id };
  expect(await ask(ROUTES.place, order)).toMatchObject({ status: 200 });
  await ask(ROUTES.topUp, { id: newUuid(), amount: yuan(50) });
  await expectTrueBooks();
});

it.each([
  ['{0199f000-0000-7000-8000-00000000a001}'],
  ['0199f00000007000800000000000a001'],
  ['00000000-0000-0000-0000-000000000000'],
  ['0199f000-0000-7000-8000-00000000a00\u0000'],
])('a spelling that only PostgreSQL would read is none: %j', async (id) => {
  expect(await ask(ROUTES.read, {}, id)).toMatchObject({ status: 404 });
  const refund = { id, amount: yuan(1) };
  expect(await ask(ROUTES.refund, refund, newUuid())).toMatchObject({
    status: 400,
    body: { code: 'invalid-request' },
  });
});
