import { randomInt, randomUUID } from 'node:crypto';
import type { Claim } from '@/lib/access/claim';
import type { Inbox } from '@/lib/api/demo';
import type { PlacedOrder } from '@/lib/api/orders';
import type { Terminal } from '@/lib/api/terminals';
import { hashIntent } from '@/lib/intents/intent';
import { paymentIntentOf } from '@/lib/payments/payment-intent';
import { DEMO_OPERATOR, DEMO_PASSWORD, DEMO_RESTAURANT, DEMO_SHOP } from '@/lib/server/demo/people';
import { newTestKey, type TestDevice } from '@/lib/liveness/device.fixture';
import { Browser } from '../crash/http';
import { codeIn } from '../people/sent-code';

/** argon2 a hundred times over on a small machine. */
const PATIENCE_MS = 120_000;
const TOP_UP = { amount: '100000', currency: 'CNY' };

export const PIN = '271828';
export const PASSWORD = 'a smile is enough';

let addresses = 0;
/** One that nobody else of this run has (RFC 2544's network for measurements). */
function newAddress(): string {
  addresses += 1;
  return `198.18.${Math.floor(addresses / 250)}.${(addresses % 250) + 1}`;
}

/** Somebody new at an address of their own. */
export function newBrowser(origin: string): Browser {
  return new Browser(origin, newAddress(), PATIENCE_MS);
}

export function newPhone(): string {
  return `+86139${String(randomInt(1e8)).padStart(8, '0')}`;
}

export interface Shopper {
  readonly phone: string;
  readonly browser: Browser;
}

/** Signed up and in, with a PIN and money. */
export async function newShopper(origin: string): Promise<Shopper> {
  const browser = newBrowser(origin);
  const phone = newPhone();
  await must(browser, 'POST', '/api/phone-codes', { phone });
  const { messages } = (await must(browser, 'GET', '/api/demo/messages')) as Inbox;
  const code = codeIn(messages, phone);
  const account = { phone, code, name: 'Ida Holm', password: PASSWORD };
  await must(browser, 'POST', '/api/shoppers', account);
  await browser.signIn('/api/auth', 'shopper', { phone, password: PASSWORD });
  await must(browser, 'PUT', '/api/me/pin', { pin: PIN, password: PASSWORD });
  await must(browser, 'POST', '/api/me/top-ups', { id: randomUUID(), amount: TOP_UP });
  return { phone, browser };
}

export async function signedInStaff(
  origin: string,
  { staff }: typeof DEMO_RESTAURANT | typeof DEMO_SHOP,
): Promise<Browser> {
  const browser = newBrowser(origin);
  const { email } = staff;
  await browser.signIn('/api/staff/auth', 'staff', { email, password: DEMO_PASSWORD });
  return browser;
}

export async function signedInOperator(origin: string): Promise<Browser> {
  const browser = newBrowser(origin);
  const { email } = DEMO_OPERATOR;
  await browser.signIn('/api/operator/auth', 'operator', { email, password: DEMO_PASSWORD });
  return browser;
}

export interface Counter {
  readonly terminal: Terminal;
  readonly browser: Browser;
  /** The key with which the browser signs its requests. */
  readonly device: TestDevice;
}

/** One more tablet of the store whose staff this is. */
export async function pairedCounter(origin: string, staff: Browser): Promise<Counter> {
  const browser = newBrowser(origin);
  const { code } = (await must(staff, 'POST', '/api/staff/pairing-codes', {})) as { code: string };
  const { publicKey, privateKey } = await newTestKey();
  const paired = await must(browser, 'POST', '/api/terminals/pair', { code, publicKey });
  const terminal = paired as Terminal;
  const device: TestDevice = { id: terminal.deviceId, privateKey };
  browser.device = device;
  return { terminal, browser, device };
}

export interface Placed {
  readonly id: string;
  readonly paymentId: string;
  /** What the screen shows of it, as every way to confirm repeats it. */
  readonly intentHash: string;
}

export async function orderAtCounter({ browser }: Pick<Counter, 'browser'>): Promise<Placed> {
  const lines = [{ productId: 'fried-rice', quantity: 1 }];
  return order(browser, 'whole-number', {
    ...{ storeId: DEMO_RESTAURANT.storeId, channel: 'counter', lines },
  });
}

export async function orderOnline({ browser }: Shopper): Promise<Placed> {
  const lines = [{ productId: 'postcard-set', quantity: 1 }];
  return order(browser, 'own-phone', {
    ...{ storeId: DEMO_SHOP.storeId, channel: 'online', lines },
  });
}

async function order(browser: Browser, payer: Claim, wish: object): Promise<Placed> {
  const ids = { id: randomUUID(), paymentId: randomUUID() };
  const placed = (await must(browser, 'POST', '/api/orders', { ...ids, ...wish })) as PlacedOrder;
  return { ...ids, intentHash: hashIntent(paymentIntentOf(placed.payment, payer)) };
}

/** @returns the answer's body. @throws when it is no success */
export async function must(
  browser: Browser,
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> {
  const answer = await browser.ask(method, path, body, randomUUID());
  if (answer.status < 400) return answer.body;
  throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
}
