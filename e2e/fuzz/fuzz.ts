import fc from 'fast-check';
import type { ActorKind } from '@/lib/access/actors';
import { PERMISSIONS, type RouteName } from '@/lib/access/permissions';
import { CONSENT_VERSION } from '@/lib/api/shoppers';
import type { Queryable } from '@/lib/server/db/queryable';
import { DEMO_RESTAURANT, DEMO_SHOP } from '@/lib/server/demo/people';
import {
  must,
  newBrowser,
  newShopper,
  orderAtCounter,
  orderOnline,
  pairedCounter,
  type Placed,
  signedInOperator,
  signedInStaff,
} from '../abuse/people';
import type { Browser } from '../crash/http';
import { ask, type Asked, type Outcome } from './ask';
import { requestTo } from './requests';

/** In turn is slow, all at once would only measure the queue. */
const AT_ONCE = 4;
export const SLOW_MS = 1_000;

/** Who asks, and what they may ask about, by the folder before `:id`. */
interface Asker {
  readonly browser: Browser;
  readonly ids: Readonly<Record<string, readonly string[]>>;
}
export type Askers = Readonly<Record<ActorKind, readonly Asker[]>>;

/**
 * One of each kind of actor, with an order that waits to be paid and one that was cancelled: what
 * is asked about them is judged to the end, and can only be refused.
 */
export async function makeAskers(origin: string): Promise<Askers> {
  const owner = await signedInStaff(origin, DEMO_RESTAURANT);
  const otherOwner = await signedInStaff(origin, DEMO_SHOP);
  const counter = await pairedCounter(origin, owner);
  const shopper = await newShopper(origin);
  await must(shopper.browser, 'POST', '/api/me/consent', { version: CONSENT_VERSION });
  const atCounter = await ordersOf(counter.browser, () => orderAtCounter(counter));
  const online = await ordersOf(shopper.browser, () => orderOnline(shopper));
  const payments = (orders: readonly Placed[]) => orders.map(({ paymentId }) => paymentId);
  const orders = (all: readonly Placed[]) => all.map(({ id }) => id);
  const staff: readonly Asker[] = [
    {
      browser: owner,
      ids: { orders: orders(atCounter), terminals: [counter.terminal.id] },
    },
    { browser: otherOwner, ids: { orders: orders(online) } },
  ];
  const tablet = { browser: counter.browser, ids: { payments: payments(atCounter) } };
  const phone = { browser: shopper.browser, ids: { payments: payments(online) } };
  return {
    anyone: [{ browser: newBrowser(origin), ids: {} }],
    shopper: [phone],
    staff,
    // Of one store: whom it cannot invite again depends on it.
    manager: staff.slice(0, 1),
    owner: staff,
    terminal: [tablet],
    guest: [tablet, phone],
    operator: [{ browser: await signedInOperator(origin), ids: {} }],
  };
}

async function ordersOf(browser: Browser, place: () => Promise<Placed>) {
  const [unpaid, cancelled] = [await place(), await place()];
  const path = `/api/payments/${cancelled.paymentId}/cancel`;
  await must(browser, 'POST', path, {});
  return [unpaid, cancelled];
}

/** Sends so many generated requests to a route, as each of those whom it is for in turn. */
export async function fuzz(
  origin: string,
  route: RouteName,
  askers: Askers,
  { seed, each, db }: { readonly seed: number; readonly each: number; readonly db: Queryable },
): Promise<readonly Outcome[]> {
  const those = askers[PERMISSIONS[route]];
  const collection = /\/([^/]+)\/:id/.exec(route)?.[1] ?? '';
  const made = those.map(({ ids }) =>
    fc.sample(requestTo(route, ids[collection] ?? []), { seed, numRuns: each }),
  );
  const outcomes: Outcome[] = [];
  for (let i = 0; i < each; i += AT_ONCE) {
    await forgetAttempts(db);
    const some = Array.from({ length: Math.min(AT_ONCE, each - i) }, (_, j) => {
      const who = (i + j) % those.length;
      const { cookie = '', device } = those[who]?.browser ?? {};
      const request = made[who]?.[i + j];
      if (!request) throw new Error(`${route}: nobody asks`);
      const headers = { ...request.headers, cookie, 'x-forwarded-for': addressOf(i + j) };
      return askTwiceIfSlow(origin, { ...request, headers, device });
    });
    outcomes.push(...(await Promise.all(some)));
  }
  return outcomes;
}

/** Otherwise the limits would answer after a few wrong secrets, and nothing behind them be tried. */
async function forgetAttempts(db: Queryable): Promise<void> {
  await db.query('DELETE FROM attempts');
}

/** What is slow once may have met a busy machine; what is slow twice is slow by itself. */
async function askTwiceIfSlow(origin: string, asked: Asked): Promise<Outcome> {
  const first = await ask(origin, asked);
  return first.ms > SLOW_MS && first.fault === undefined ? ask(origin, asked) : first;
}

/** Of RFC 2544's network. */
function addressOf(i: number): string {
  return `198.19.${Math.floor(i / 250) % 250}.${i % 250}`;
}
