import type { Queryable } from '@/lib/server/db/queryable';
import type { ActorKind } from '@/lib/access/actors';
import { PERMISSIONS, type RouteName } from '@/lib/access/permissions';
import { DEMO_RESTAURANT, DEMO_SHOP } from '@/lib/server/demo/people';
import {
  newBrowser,
  newShopper,
  orderAtCounter,
  orderOnline,
  pairedCounter,
  signedInStaff,
} from '../abuse/people';
import type { Browser } from '../crash/http';
import { ask, type Outcome } from './ask';
import { changedBetween, readState } from './state';
import { validBodyOf } from './valid-bodies';

/** Somebody who asks, and which kinds of actor they are. */
interface Walker {
  readonly name: string;
  readonly browser: Browser;
  readonly kinds: readonly ActorKind[];
}

export interface Walked {
  readonly requests: number;
  /** What was not refused, and faults. */
  readonly missed: readonly string[];
}

/** What is not theirs does not exist, or is not allowed. */
const REFUSED = [401, 403, 404];

/**
 * Asks every route as everybody whom it is not for, and with the ids of what belongs to others.
 *
 * @ensures the missed include each table that changed; every id in a path is that of a real order, payment, counter or own phone
 */
export async function walk(origin: string, db: Queryable): Promise<Walked> {
  const { walkers, idsOfOthers } = await gather(origin);
  const before = await readState(db);
  const missed: string[] = [];
  let requests = 0;
  for (const route of Object.keys(PERMISSIONS) as RouteName[]) {
    for (const walker of walkers) {
      const isFor = walker.kinds.includes(PERMISSIONS[route]);
      if (isFor && !route.includes(':id')) continue;
      for (const id of isFor ? idsOfOthers(walker.name) : idsOfOthers('nobody')) {
        const outcome = await askAs(origin, walker, route, id);
        requests += 1;
        if (!isRefused(outcome, isFor))
          missed.push(`${route} as ${walker.name}: ${wordsOf(outcome)}`);
        if (!route.includes(':')) break;
      }
    }
  }
  const changed = changedBetween(before, await readState(db));
  return { requests, missed: [...missed, ...changed.map((table) => `${table} changed`)] };
}

/** Somebody of the right kind may be refused for the shape or the time, but never let in. */
function isRefused({ status, fault }: Outcome, isFor: boolean): boolean {
  if (fault !== undefined) return false;
  return isFor ? status >= 400 && status < 500 : REFUSED.includes(status);
}

function wordsOf({ status, fault }: Outcome): string {
  return fault ?? String(status);
}

function askAs(origin: string, { browser }: Walker, route: RouteName, id: string) {
  const [method = '', path = ''] = route.split(' ');
  const hasBody = method !== 'GET' && method !== 'DELETE';
  return ask(origin, {
    method,
    path: path.replace(':id', id).replace(':day', '2026-11-01'),
    headers: {
      cookie: browser.cookie,
      'x-forwarded-for': browser.address ?? '',
      ...(hasBody && { 'content-type': 'application/json' }),
    },
    bytes: hasBody ? new TextEncoder().encode(JSON.stringify(validBodyOf(route))) : undefined,
  });
}

/** Two merchants, two counters and two shoppers, each with something of their own. */
async function gather(origin: string) {
  const restaurant = await signedInStaff(origin, DEMO_RESTAURANT);
  const shop = await signedInStaff(origin, DEMO_SHOP);
  const counter = await pairedCounter(origin, restaurant);
  const atCounter = await orderAtCounter(counter);
  const otherCounter = await pairedCounter(origin, restaurant);
  const [ida, eve] = [await newShopper(origin), await newShopper(origin)];
  const online = await orderOnline(ida);
  const staff = ['staff', 'owner'] as const;
  const walkers: readonly Walker[] = [
    { name: 'nobody', browser: newBrowser(origin), kinds: ['anyone'] },
    { name: 'the restaurant', browser: restaurant, kinds: [...staff, 'anyone'] },
    { name: 'the shop', browser: shop, kinds: [...staff, 'anyone'] },
    {
      name: 'another counter',
      browser: otherCounter.browser,
      kinds: ['terminal', 'guest', 'anyone'],
    },
    { name: 'another shopper', browser: eve.browser, kinds: ['shopper', 'guest', 'anyone'] },
  ];
  /** What does not belong to this walker, of all that there is. */
  const idsOfOthers = (name: string): readonly string[] => {
    const ofShop = [online.id, online.paymentId];
    // A guest's phone may take over what a counter asks for: that is how its code works.
    if (name === 'another shopper') return ofShop;
    const ofCounter = [atCounter.id, atCounter.paymentId];
    if (name === 'the shop') return ofCounter;
    return name === 'the restaurant' ? ofShop : [...ofCounter, ...ofShop];
  };
  return { walkers, idsOfOthers };
}
