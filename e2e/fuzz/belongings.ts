import { randomUUID } from 'node:crypto';
import { CONSENT_VERSION } from '@/lib/api/shoppers';
import type { StaffOrders } from '@/lib/api/staff';
import type { Terminal } from '@/lib/api/terminals';
import type { Uuid } from '@/lib/ids/uuid';
import type { Challenge } from '@/lib/liveness/challenge';
import { newTestKey, signAs, type TestDevice } from '@/lib/liveness/device.fixture';
import { SIGNED_TYPES } from '@/lib/liveness/signed';
import { DEMO_RESTAURANT, DEMO_SHOP } from '@/lib/server/demo/people';
import {
  must,
  orderAtCounter,
  orderOnline,
  pairedCounter,
  PIN,
  type Placed,
  type Shopper,
} from '../abuse/people';
import type { Browser } from '../crash/http';
import { descriptorOf, emptyEvidence } from '../people/empty-evidence';

/** What stands in the paths: the folder before `:id` says which. */
export type Collection =
  | 'alarms'
  | 'cases'
  | 'devices'
  | 'disputes'
  | 'held-faces'
  | 'members'
  | 'orders'
  | 'passkeys'
  | 'payments'
  | 'sessions'
  | 'terminals';

/** Orders of one place, one for each step of an order's life. */
export interface Orders {
  readonly unpaid: Placed;
  readonly paid: Placed;
  readonly accepted: Placed;
}

/** All that somebody has whom others may not touch. */
export interface Belongings {
  readonly storeId: string;
  readonly channel: 'counter' | 'online';
  readonly productId: string;
  readonly orders: Orders;
  readonly alarmIds: readonly string[];
  /** At a counter: the tablet. */
  readonly terminalIds: readonly string[];
  /** The key of the own phone, or of the tablet. */
  readonly deviceId: string;
  /** How the payer says who they are when a face check begins, and before a PIN. */
  readonly begin: { readonly digits: string } | { readonly deviceId: string };
  readonly payer: { readonly phone?: string };
  /** A face check that waits for its answer, for the order that is unpaid. */
  readonly challengeId: string;
  readonly evidence: string;
  readonly greeting: string;
  /** The same to enrol a face; at a counter there is none. */
  readonly enrolment: { readonly challengeId: string; readonly evidence: string };
  /** Of money that moved: a top-up, or a payout of the store. */
  readonly transferId: string;
}

const TOP_UP = { amount: '100', currency: 'CNY' };

/** A shopper's: orders from the online shop, an own phone, and two face checks that wait. */
export async function belongingsOfShopper(shopper: Shopper): Promise<Belongings> {
  const { browser } = shopper;
  const { publicKey, privateKey } = await newTestKey();
  const registered = await must(browser, 'POST', '/api/me/devices', { publicKey });
  const { id } = registered as { id: Uuid };
  const device = { id, privateKey };
  await must(browser, 'POST', '/api/me/consent', { version: CONSENT_VERSION });
  const begin = { deviceId: id };
  const asked = { ...begin, screen: 'plain' };
  const enrolment = await must(browser, 'POST', '/api/me/enrolment/challenge', asked);
  const orders = await ordersIn({
    place: () => orderOnline(shopper),
    pay: (order) => payByPin(browser, order, {}),
    accept: () => Promise.resolve(),
  });
  const transferId = randomUUID();
  await must(browser, 'POST', '/api/me/top-ups', { id: transferId, amount: TOP_UP });
  return {
    ...{ storeId: DEMO_SHOP.storeId, channel: 'online', productId: 'postcard-set' },
    ...{ orders, alarmIds: [], terminalIds: [], deviceId: id, begin, payer: {}, transferId },
    ...(await faceCheck(browser, orders.unpaid, begin, device)),
    enrolment: await answered(enrolment as Challenge, device),
  };
}

/** A counter's: orders of its guests, its key, an alarm about it, and a face check that waits. */
export async function belongingsOfCounter(guest: Shopper, staff: Browser) {
  const { browser, device, terminal } = await pairedCounter(guest.browser.origin, staff);
  const { phone } = guest;
  const begin = { digits: phone };
  const orders = await ordersIn({
    place: () => orderAtCounter({ browser }),
    pay: (order) => payByPin(browser, order, { phone }),
    accept: ({ id }) => must(staff, 'POST', `/api/staff/orders/${id}/accept`, {}),
  });
  const nobody = { challengeId: randomUUID(), evidence: 'a.b.c' };
  const belongings: Belongings = {
    ...{ storeId: DEMO_RESTAURANT.storeId, channel: 'counter', productId: 'fried-rice' },
    ...{ orders, deviceId: device.id, begin, payer: { phone }, transferId: randomUUID() },
    ...{ terminalIds: [terminal.id], alarmIds: await alarmsAt(browser, terminal, staff) },
    ...(await faceCheck(browser, orders.unpaid, begin, device)),
    enrolment: nobody,
  };
  return { browser, belongings };
}

interface Place {
  readonly place: () => Promise<Placed>;
  readonly pay: (order: Placed) => Promise<unknown>;
  /** Online the paid order is accepted at once. */
  readonly accept: (order: Placed) => Promise<unknown>;
}

async function ordersIn({ place, pay, accept }: Place): Promise<Orders> {
  const [unpaid, paid, accepted] = [await place(), await place(), await place()];
  for (const order of [paid, accepted]) await pay(order);
  await accept(accepted);
  return { unpaid, paid, accepted };
}

export function payByPin(
  browser: Browser,
  { paymentId, intentHash }: Placed,
  payer: { phone?: string },
) {
  const path = `/api/payments/${paymentId}/pin`;
  return must(browser, 'POST', path, { ...payer, pin: PIN, intentHash });
}

async function faceCheck(browser: Browser, order: Placed, begin: object, device: TestDevice) {
  const path = `/api/payments/${order.paymentId}/challenge`;
  const asked = { ...begin, screen: 'plain' };
  return answered((await must(browser, 'POST', path, asked)) as Challenge, device);
}

/** What its device would send: signed by the right key, but it shows nobody. */
async function answered(challenge: Challenge, device: TestDevice) {
  const values = descriptorOf(0.1);
  const { id: challengeId, nonce } = challenge;
  const greeting = { challengeId, nonce, modelId: 'any', descriptors: [values] };
  return {
    challengeId,
    evidence: await signAs(SIGNED_TYPES.evidence, emptyEvidence(challenge, values), device),
    greeting: await signAs(SIGNED_TYPES.greeting, greeting, device),
  };
}

const WRONG_PINS = 5;

/** Wrong PINs of numbers that nobody has bring an alarm to the board. */
async function alarmsAt(browser: Browser, { name }: Terminal, staff: Browser) {
  const order = await orderAtCounter({ browser });
  const { paymentId, intentHash } = order;
  for (let i = 0; i < WRONG_PINS; i += 1) {
    const body = { phone: `+861390000${9000 + i}`, pin: '613527', intentHash };
    await browser.ask('POST', `/api/payments/${paymentId}/pin`, body, randomUUID());
  }
  const { alarms } = (await must(staff, 'GET', '/api/staff/orders')) as StaffOrders;
  const ids = alarms.flatMap(({ id, terminalName }) => (terminalName === name ? [id] : []));
  if (ids.length === 0) throw new Error('wrong PINs brought no alarm');
  return ids;
}
