import type { Inbox } from '@/lib/api/demo';
import type { PlacedOrder } from '@/lib/api/orders';
import { hashIntent } from '@/lib/intents/intent';
import { paymentIntentOf } from '@/lib/payments/payment-intent';
import { randomUUID } from 'node:crypto';
import { DEMO_PASSWORD, DEMO_SHOP } from '@/lib/server/demo/people';
import { codeIn } from '../people/sent-code';
import { Browser, type Insisted } from './http';
import type { Acknowledged, Journal } from './journal';

const PASSWORD = 'a smile is enough';
const PIN = '271828';
const TOP_UP = 100_000n;
/** The dearest basket costs less. */
const LOW = 20_000n;

/** One shopper at one phone, who buys and buys until told to stop. */
export class Shopper {
  readonly journal: Journal;
  readonly #browser: Browser;
  readonly #staff: Browser;
  readonly #random: () => number;
  readonly #acknowledged: () => void;
  #purse = 0n;

  private constructor(
    shopperId: string,
    browsers: { readonly phone: Browser; readonly staff: Browser },
    random: () => number,
    acknowledged: () => void,
  ) {
    this.journal = { shopperId, entries: [], retried: 0 };
    this.#browser = browsers.phone;
    this.#staff = browsers.staff;
    this.#random = random;
    this.#acknowledged = acknowledged;
  }

  /** Signs up at an app that nobody kills yet. */
  static async arrive(
    origin: string,
    staff: Browser,
    random: () => number,
    acknowledged: () => void,
  ): Promise<Shopper> {
    const phone = `+86139${String(Math.floor(random() * 1e8)).padStart(8, '0')}`;
    const browser = new Browser(origin);
    await browser.ask('POST', '/api/phone-codes', { phone }, randomUUID());
    const inbox = await browser.ask('GET', '/api/demo/messages', undefined, randomUUID());
    const code = codeIn((inbox.body as Inbox).messages, phone);
    const account = { phone, code, name: 'Ida Holm', password: PASSWORD };
    await browser.ask('POST', '/api/shoppers', account, randomUUID());
    await browser.signIn('/api/auth', 'shopper', { phone, password: PASSWORD });
    const pin = { pin: PIN, password: PASSWORD };
    await browser.ask('PUT', '/api/me/pin', pin, randomUUID());
    const me = await browser.ask('GET', '/api/me', undefined, randomUUID());
    const { id } = me.body as { id: string };
    return new Shopper(id, { phone: browser, staff }, random, acknowledged);
  }

  async shopUntil(closed: () => boolean): Promise<void> {
    while (!closed()) await this.#buy();
  }

  async #buy(): Promise<void> {
    if (this.#purse < LOW) await this.#topUp();
    const id = randomUUID();
    const paymentId = randomUUID();
    const placed = await this.#do(this.#browser, '/api/orders', {
      id,
      paymentId,
      storeId: DEMO_SHOP.storeId,
      channel: 'online',
      lines: [{ productId: 'postcard-set', quantity: 1 + Math.floor(this.#random() * 3) }],
    });
    const { payment } = placed.body as PlacedOrder;
    const amount = BigInt(payment.amount.amount);
    const pin = { pin: PIN, intentHash: hashIntent(paymentIntentOf(payment, 'own-phone')) };
    await this.#do(this.#browser, `/api/payments/${paymentId}/pin`, pin, 'wrong-state');
    this.#note({ kind: 'payment', id: paymentId, amount });
    this.#purse -= amount;
    if (this.#random() < 0.4) await this.#receive(paymentId);
    if (this.#random() < 0.5) await this.#askBack(id, paymentId, amount);
  }

  async #topUp(): Promise<void> {
    const id = randomUUID();
    const amount = { amount: TOP_UP.toString(), currency: 'CNY' };
    await this.#do(this.#browser, '/api/me/top-ups', { id, amount });
    this.#note({ kind: 'top-up', id, amount: TOP_UP });
    this.#purse += TOP_UP;
  }

  async #receive(paymentId: string): Promise<void> {
    await this.#do(this.#browser, `/api/payments/${paymentId}/receive`, {}, 'wrong-state');
    this.#note({ kind: 'receipt', id: paymentId });
  }

  /** The shop gives a part back, perhaps in two. */
  async #askBack(orderId: string, paymentId: string, amount: bigint): Promise<void> {
    const parts = this.#random() < 0.5 ? [amount / 3n] : [amount / 3n, amount / 4n];
    for (const part of parts) {
      const id = randomUUID();
      const body = { id, amount: { amount: part.toString(), currency: 'CNY' } };
      await this.#do(this.#staff, `/api/staff/orders/${orderId}/refund`, body);
      this.#note({ kind: 'refund', id, paymentId, amount: part });
      this.#purse += part;
    }
  }

  /**
   * Sends it until it is acknowledged.
   *
   * @param doneBefore a refusal that, on a request sent again, says that an earlier try did it:
   *   its answer died with the app
   */
  async #do(browser: Browser, path: string, body: unknown, doneBefore?: string): Promise<Insisted> {
    const answer = await browser.insist('POST', path, body, randomUUID());
    this.journal.retried += answer.retries > 0 ? 1 : 0;
    const code = (answer.body as { code?: string } | undefined)?.code;
    const done = answer.retries > 0 && code !== undefined && code === doneBefore;
    if (answer.status >= 400 && !done) throw new Error(`${path}: ${answer.status} ${code ?? ''}`);
    return answer;
  }

  #note(entry: Acknowledged): void {
    this.journal.entries.push(entry);
    this.#acknowledged();
  }
}

/** The online shop's own people, who give money back. */
export async function staffOf(origin: string): Promise<Browser> {
  const browser = new Browser(origin);
  const { email } = DEMO_SHOP.staff;
  await browser.signIn('/api/staff/auth', 'staff', { email, password: DEMO_PASSWORD });
  return browser;
}
