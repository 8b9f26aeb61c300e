import type { ActorKind } from '@/lib/access/actors';
import type { HiredRole } from '@/lib/access/roles';
import type { Queryable } from '@/lib/server/db/queryable';
import { DEMO_PASSWORD, DEMO_RESTAURANT, DEMO_SHOP } from '@/lib/server/demo/people';
import {
  must,
  newBrowser,
  newShopper,
  orderOnline,
  pairedCounter,
  PASSWORD,
  type Placed,
  type Shopper,
  signedInOperator,
  signedInStaff,
} from '../abuse/people';
import type { Browser } from '../crash/http';
import { disputed, doubted, held } from './complaints';
import { otherSession, passkeyOf } from './signed-in-twice';
import {
  type Belongings,
  belongingsOfCounter,
  belongingsOfShopper,
  payByPin,
  type Collection,
  type Orders,
} from './belongings';

export type Name =
  | 'nobody'
  | 'a shopper'
  | 'another shopper'
  | 'a counter'
  | 'another counter'
  | 'staff who is no owner'
  | 'a manager'
  | 'the owner'
  | 'another owner'
  | "another merchant's counter"
  | 'an operator';

/** Somebody who asks, and which kinds of actor they are. */
export interface Walker {
  readonly name: Name;
  readonly browser: Browser;
  readonly kinds: readonly ActorKind[];
  /** Null when they have nothing. */
  readonly own: Belongings | null;
}

/** What an id in a path stands for. */
export interface Thing {
  readonly collection: Collection;
  readonly id: string;
  readonly isOf: readonly Name[];
  /** Any guest's phone may take over what a counter asks for: that is how its QR code works. */
  readonly isAtCounter: boolean;
  /** Of one of its owners: what they would send about it. */
  readonly belongings: Belongings;
}

export interface World {
  readonly walkers: readonly Walker[];
  readonly things: readonly Thing[];
}

/** Two merchants, two shoppers and three counters, each with something of their own. */
export async function makeWorld(origin: string, db: Queryable): Promise<World> {
  const owner = await signedInStaff(origin, DEMO_RESTAURANT);
  const otherOwner = await signedInStaff(origin, DEMO_SHOP);
  const staff = await employed(origin, db, 'staff');
  const manager = await employed(origin, db, 'manager');
  const leavingId = await hire(db, 'staff', 'leaving');
  const [ida, eve] = [await newShopper(origin), await newShopper(origin)];
  const keys = await keysOf(origin, { ida, eve, manager });
  const ofIda = await belongingsOfShopper(ida);
  const ofEve = await belongingsOfShopper(eve);
  const first = await belongingsOfCounter(ida, owner);
  const second = await belongingsOfCounter(eve, owner);
  const ofStore = first.belongings;
  for (const { transferId: id } of [ofStore, second.belongings]) {
    const payout = { id, amount: { amount: '100', currency: 'CNY' } };
    await must(owner, 'POST', '/api/merchant/payouts', payout);
  }
  const foreign = await pairedCounter(origin, otherOwner);
  const complaints = await complaintsOf(origin, db, eve);
  const atStore = ['staff', 'anyone'] as const;
  const walker = (
    name: Name,
    browser: Browser,
    kinds: readonly ActorKind[],
    own: Belongings | null,
  ): Walker => ({ name, browser, kinds, own });
  return {
    walkers: [
      walker('nobody', newBrowser(origin), ['anyone'], null),
      walker('a shopper', ida.browser, ['shopper', 'guest', 'anyone'], ofIda),
      walker('another shopper', eve.browser, ['shopper', 'guest', 'anyone'], ofEve),
      walker('a counter', first.browser, ['terminal', 'guest', 'anyone'], ofStore),
      walker('another counter', second.browser, ['terminal', 'guest', 'anyone'], second.belongings),
      walker('staff who is no owner', staff, atStore, ofStore),
      walker('a manager', manager, ['manager', ...atStore], ofStore),
      walker('the owner', owner, ['owner', 'manager', ...atStore], ofStore),
      walker('another owner', otherOwner, ['owner', 'manager', ...atStore], ofIda),
      walker("another merchant's counter", foreign.browser, ['terminal', 'guest', 'anyone'], null),
      walker('an operator', await signedInOperator(origin), ['operator', 'anyone'], ofStore),
    ],
    things: [
      ...thingsOfShopper('a shopper', ofIda),
      ...thingsOfShopper('another shopper', ofEve),
      ...thingsOfCounter('a counter', 'a shopper', ofStore),
      ...thingsOfCounter('another counter', 'another shopper', second.belongings),
      ...terminalOf(['another owner'], foreign.terminal.id, ofIda),
      ...[...complaints, ...keys].map(({ collection, id, isOf }) => {
        return { collection, id, isOf, belongings: ofStore, isAtCounter: false };
      }),
      {
        ...{ collection: 'members', id: leavingId, isOf: ['a manager', 'the owner'] },
        ...{ belongings: ofStore, isAtCounter: false },
      },
    ],
  };
}

/** Passkeys, and sessions elsewhere. */
async function keysOf(
  origin: string,
  { ida, eve, manager }: { ida: Shopper; eve: Shopper; manager: Browser },
): Promise<readonly Pick<Thing, 'collection' | 'id' | 'isOf'>[]> {
  const again = (base: string, provider: string, fields: Record<string, string>) => () =>
    newBrowser(origin).signIn(base, provider, fields);
  const shopper = ({ phone }: Shopper) =>
    again('/api/auth', 'shopper', { phone, password: PASSWORD });
  const staff = again('/api/staff/auth', 'staff', {
    email: emailOf('manager'),
    password: DEMO_PASSWORD,
  });
  const own = async (name: Name, person: Shopper) => [
    {
      collection: 'sessions' as const,
      id: await otherSession(person.browser, '/api/me', shopper(person)),
      isOf: [name],
    },
    {
      collection: 'passkeys' as const,
      id: await passkeyOf(person.browser, '/api/me'),
      isOf: [name],
    },
  ];
  const isOf: readonly Name[] = ['a manager'];
  return [
    ...(await own('a shopper', ida)),
    ...(await own('another shopper', eve)),
    { collection: 'sessions', id: await otherSession(manager, '/api/staff', staff), isOf },
    {
      collection: 'passkeys',
      id: await passkeyOf(manager, '/api/staff', { password: DEMO_PASSWORD }),
      isOf,
    },
  ];
}

/** What operators decide, and managers of the merchant where the money is. */
async function complaintsOf(
  origin: string,
  db: Queryable,
  eve: Shopper,
): Promise<readonly Pick<Thing, 'collection' | 'id' | 'isOf'>[]> {
  const place = async () => {
    const order = await orderOnline(eve);
    await payByPin(eve.browser, order, {});
    return order;
  };
  const operators: readonly Name[] = ['an operator'];
  const isOf: readonly Name[] = ['another owner', ...operators];
  return [
    { collection: 'cases', id: await doubted(db, await place()), isOf },
    { collection: 'cases', id: await doubted(db, await place()), isOf },
    { collection: 'disputes', id: await disputed(eve), isOf: operators },
    { collection: 'held-faces', id: await held(db, await newShopper(origin)), isOf: operators },
  ];
}

/** The demo has owners only. */
async function employed(origin: string, db: Queryable, role: HiredRole): Promise<Browser> {
  await hire(db, role, role);
  const browser = newBrowser(origin);
  const email = emailOf(role);
  await browser.signIn('/api/staff/auth', 'staff', { email, password: DEMO_PASSWORD });
  return browser;
}

/** @returns the id of a new member of the restaurant's staff */
async function hire(db: Queryable, role: HiredRole, name: string): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `INSERT INTO staff (id, store_id, email, name, password_hash, role, created_at)
     SELECT gen_random_uuid(), store_id, $2, $3, password_hash, $4, created_at
       FROM staff WHERE email = $1 RETURNING id`,
    [DEMO_RESTAURANT.staff.email, emailOf(name), name, role],
  );
  return rows[0]?.id ?? '';
}

function emailOf(name: string): string {
  return `${name}@kpro.example`;
}

function thingsOfShopper(name: Name, belongings: Belongings): readonly Thing[] {
  const common = { belongings, isAtCounter: false };
  return [
    { ...common, collection: 'devices', id: belongings.deviceId, isOf: [name] },
    ...everyStep(belongings.orders).flatMap(({ id, paymentId }): readonly Thing[] => [
      { ...common, collection: 'orders', id, isOf: ['another owner'] },
      { ...common, collection: 'payments', id: paymentId, isOf: [name] },
    ]),
  ];
}

function thingsOfCounter(counter: Name, guest: Name, belongings: Belongings): readonly Thing[] {
  const isOf: readonly Name[] = ['the owner', 'a manager', 'staff who is no owner'];
  const common = { belongings, isAtCounter: true };
  const { orders, alarmIds, terminalIds } = belongings;
  return [
    ...terminalIds.flatMap((id) => terminalOf(isOf, id, belongings)),
    ...alarmIds.map((id): Thing => ({ ...common, collection: 'alarms', id, isOf })),
    ...everyStep(orders).flatMap(({ id, paymentId }): readonly Thing[] => [
      { ...common, collection: 'orders', id, isOf },
      { ...common, collection: 'payments', id: paymentId, isOf: [counter, guest] },
    ]),
  ];
}

function everyStep({ unpaid, paid, accepted }: Orders): readonly Placed[] {
  return [unpaid, paid, accepted];
}

function terminalOf(isOf: readonly Name[], id: string, belongings: Belongings): readonly Thing[] {
  return [{ collection: 'terminals', id, isOf, belongings, isAtCounter: false }];
}
