import type { Acts, Scenario } from './conformance.fixture';

const FULL = [0, 0, 0, 100];
const NONE = [0, 0, 0, 0];

/** What a hold can become. */
const endings = ({ one, pay, hold, take, drop }: Acts): Scenario[] => [
  {
    name: 'takes a hold, and no second time',
    steps: [
      one(hold('a', 'wallet', 'shop', 60), 'ok'),
      one(take('b', 'a'), 'ok'),
      one(take('c', 'a'), 'pending-already-posted'),
      one(drop('d', 'a'), 'pending-already-posted'),
    ],
    wallet: [0, 60, 0, 100],
    shop: [0, 0, 0, 60],
  },
  {
    name: 'takes a part of a hold and frees the rest',
    steps: [
      one(hold('a', 'wallet', 'shop', 60), 'ok'),
      one(take('b', 'a', 61), 'over-pending-amount'),
      one(take('c', 'a', 0), 'amount-out-of-range'),
      one(take('d', 'a', 25), 'ok'),
      one(pay('e', 'wallet', 'shop', 75), 'ok'),
    ],
    wallet: [0, 100, 0, 100],
    shop: [0, 0, 0, 100],
  },
  {
    name: 'voids a hold',
    steps: [
      one(hold('a', 'wallet', 'shop', 100), 'ok'),
      one(drop('b', 'a'), 'ok'),
      one(take('c', 'a'), 'pending-already-voided'),
      one(drop('d', 'a'), 'pending-already-voided'),
    ],
    wallet: FULL,
    shop: NONE,
  },
  {
    name: 'ends only what holds something',
    steps: [
      one(take('a', 'nothing'), 'unknown-pending'),
      one(pay('b', 'wallet', 'shop', 10), 'ok'),
      one(take('c', 'b'), 'not-pending'),
      one(drop('d', 'b'), 'not-pending'),
    ],
    wallet: [0, 10, 0, 100],
    shop: [0, 0, 0, 10],
  },
];

/** What time does to it. */
const expiries = ({ one, hold, timed, take, drop }: Acts): Scenario[] => [
  {
    name: 'expires a hold at its second, not before',
    steps: [
      one(timed(30, hold('a', 'wallet', 'shop', 100)), 'ok', 0),
      one(drop('b', 'a', 'expire'), 'pending-not-expired', 29.999),
      one(take('c', 'a'), 'pending-expired', 30),
      one(drop('d', 'a', 'void'), 'pending-expired', 30),
      one(drop('e', 'a', 'expire'), 'ok', 30),
      one(drop('f', 'a', 'expire'), 'pending-expired', 31),
    ],
    wallet: FULL,
    shop: NONE,
  },
  {
    name: 'takes a hold in its last moment',
    steps: [
      one(timed(30, hold('a', 'wallet', 'shop', 100)), 'ok', 0),
      one(take('b', 'a'), 'ok', 29.999),
    ],
    wallet: [0, 100, 0, 100],
    shop: [0, 0, 0, 100],
  },
  {
    name: 'never expires a hold without a time',
    steps: [
      one(hold('a', 'wallet', 'shop', 10), 'ok', 0),
      one(drop('b', 'a', 'expire'), 'pending-not-expired', 1e9),
      one(take('c', 'a'), 'ok', 1e9),
    ],
    wallet: [0, 10, 0, 100],
    shop: [0, 0, 0, 10],
  },
];

export const holds = (acts: Acts): Scenario[] => [...endings(acts), ...expiries(acts)];
