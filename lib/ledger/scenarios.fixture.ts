import { MINOR_MAX, minor, money } from '@/lib/money/money';
import { actsIn, type Acts, type Scenario } from './conformance.fixture';
import { holds } from './hold-scenarios.fixture';

/** Untouched but for the 100 that every scenario starts with. */
const FULL = [0, 0, 0, 100];
const NONE = [0, 0, 0, 0];

/** What an account may give and take. */
const moves = ({ one, pay, hold, drop }: Acts): Scenario[] => [
  {
    name: 'posts what is there and not one more',
    steps: [
      one(pay('a', 'wallet', 'shop', 60), 'ok'),
      one(pay('b', 'wallet', 'shop', 41), 'insufficient-funds'),
      one(pay('c', 'wallet', 'shop', 40), 'ok'),
    ],
    wallet: [0, 100, 0, 100],
    shop: [0, 0, 0, 100],
  },
  {
    name: 'counts what is held as spent, and what is on its way as not yet there',
    steps: [
      one(hold('a', 'wallet', 'shop', 60), 'ok'),
      one(pay('b', 'wallet', 'shop', 41), 'insufficient-funds'),
      one(pay('c', 'shop', 'bank', 1), 'insufficient-funds'),
    ],
    wallet: [60, 0, 0, 100],
    shop: [0, 0, 60, 0],
  },
  {
    name: 'guards the other side of an account too',
    steps: [
      one(pay('a', 'wallet', 'vault', 1), 'exceeds-debits'),
      one(pay('b', 'vault', 'shop', 7), 'ok'),
      one(pay('c', 'wallet', 'vault', 8), 'exceeds-debits'),
      one(pay('d', 'wallet', 'vault', 7), 'ok'),
    ],
    wallet: [0, 7, 0, 100],
    shop: [0, 0, 0, 7],
  },
  {
    name: 'overflows nowhere',
    steps: [
      one(pay('a', 'bank', 'vault', minor(MINOR_MAX)), 'balance-overflow'),
      one(pay('b', 'vault', 'euros', minor(MINOR_MAX)), 'currency-mismatch'),
      one(hold('c', 'bank', 'shop', minor(MINOR_MAX - 100n)), 'ok'),
      one(hold('d', 'bank', 'shop', 1), 'balance-overflow'),
      one(drop('e', 'c'), 'ok'),
    ],
    wallet: FULL,
    shop: NONE,
  },
];

/** Ids that come again, and requests that are no transfers. */
const refusals = ({ one, pay, hold, timed, take, id }: Acts): Scenario[] => [
  {
    name: 'answers a retry with exists and tells a reused id by its first difference',
    steps: [
      one(timed(60, hold('a', 'wallet', 'shop', 10)), 'ok'),
      one(timed(60, hold('a', 'wallet', 'shop', 10)), 'exists', 59),
      one(pay('a', 'wallet', 'shop', 10), 'exists-with-different-kind'),
      one(timed(61, hold('a', 'wallet', 'shop', 10)), 'exists-with-different-timeout'),
      one(timed(60, hold('a', 'wallet', 'vault', 10)), 'exists-with-different-accounts'),
      one(
        timed(60, { ...hold('a', 'wallet', 'shop', 10), amount: money(10, 'EUR') }),
        'exists-with-different-currency',
      ),
      one(timed(60, hold('a', 'wallet', 'shop', 11)), 'exists-with-different-amount'),
      one(
        timed(60, { ...hold('a', 'wallet', 'shop', 10), referenceId: id('order') }),
        'exists-with-different-reference',
      ),
      one(
        timed(60, { ...hold('a', 'wallet', 'shop', 10), code: 'authorize' }),
        'exists-with-different-code',
      ),
      one(hold('b', 'wallet', 'shop', 10), 'ok'),
      one(take('c', 'a', 4), 'ok'),
      one(take('c', 'b', 4), 'exists-with-different-pending-id'),
      one(take('c', 'a'), 'exists-with-different-amount'),
      one(take('c', 'a', 4), 'exists', 1e6),
    ],
    wallet: [10, 4, 0, 100],
    shop: [0, 0, 10, 4],
  },
  {
    name: 'refuses what is no transfer at all',
    steps: [
      one(pay('a', 'wallet', 'shop', 0), 'amount-out-of-range'),
      one(pay('b', 'wallet', 'shop', -1), 'amount-out-of-range'),
      one(timed(0, hold('c', 'wallet', 'shop', 1)), 'timeout-out-of-range'),
      one(timed(2 ** 31, hold('d', 'wallet', 'shop', 1)), 'timeout-out-of-range'),
      one(pay('e', 'wallet', 'wallet', 1), 'same-account'),
      one({ ...pay('s', 'wallet', 'shop', 1), creditAccountId: id('nobody') }, 'unknown-account'),
      one({ ...pay('e', 'wallet', 'shop', 1), amount: money(1, 'EUR') }, 'currency-mismatch'),
      one(pay('f', 'wallet', 'euros', 1), 'currency-mismatch'),
    ],
    wallet: FULL,
    shop: NONE,
  },
];

/** Batches and linked transfers. */
const groups = ({ one, pay, hold, take }: Acts): Scenario[] => [
  {
    name: 'posts a group whole or not at all, and each group for itself',
    steps: [
      {
        groups: [
          [pay('a', 'wallet', 'shop', 30), pay('b', 'shop', 'bank', 30)],
          [pay('c', 'wallet', 'shop', 30), pay('d', 'wallet', 'shop', 41)],
          [pay('e', 'wallet', 'shop', 5)],
        ],
        codes: [['ok', 'ok'], ['linked-failed', 'insufficient-funds'], ['ok']],
      },
    ],
    wallet: [0, 35, 0, 100],
    shop: [0, 30, 0, 35],
  },
  {
    name: 'sees the transfers before it in the same batch',
    steps: [
      {
        groups: [
          [hold('a', 'wallet', 'shop', 30), take('b', 'a'), pay('c', 'shop', 'bank', 1)],
          [take('d', 'a')],
          [pay('c', 'shop', 'bank', 1)],
        ],
        codes: [['ok', 'ok', 'ok'], ['pending-already-posted'], ['exists']],
      },
    ],
    wallet: [0, 30, 0, 100],
    shop: [0, 1, 0, 30],
  },
  {
    name: 'forgets what a failed group did, its ids too',
    steps: [
      {
        groups: [[hold('a', 'wallet', 'shop', 30), take('b', 'a', 31)], [take('c', 'a')]],
        codes: [['linked-failed', 'over-pending-amount'], ['unknown-pending']],
      },
      one(hold('a', 'wallet', 'shop', 31), 'ok'),
    ],
    wallet: [31, 0, 0, 100],
    shop: [0, 0, 31, 0],
  },
  {
    name: 'answers a retried group with exists',
    steps: [
      {
        groups: [[pay('a', 'wallet', 'shop', 30), pay('b', 'shop', 'bank', 30)]],
        codes: [['ok', 'ok']],
      },
      {
        groups: [[pay('a', 'wallet', 'shop', 30), pay('b', 'shop', 'bank', 30)]],
        codes: [['exists', 'exists']],
      },
    ],
    wallet: [0, 30, 0, 100],
    shop: [0, 30, 0, 30],
  },
];

/**
 * The ledger's rules as a table: every result code at least once. Each scenario starts with 100
 * in the wallet.
 *
 * @param run makes the ids, so that many runs fit into one database
 */
export function scenarios(run: string): Scenario[] {
  const acts = actsIn(run);
  const gift = acts.one(acts.pay('gift', 'bank', 'wallet', 100), 'ok');
  return [moves, holds, refusals, groups]
    .flatMap((table) => table(acts))
    .map((scenario) => ({ ...scenario, steps: [gift, ...scenario.steps] }));
}
