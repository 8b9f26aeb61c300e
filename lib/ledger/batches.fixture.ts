import fc from 'fast-check';
import { MINOR_MAX, minor, money } from '@/lib/money/money';
import { idIn, type CastName } from './conformance.fixture';
import type { Transfer, TransferGroup } from './transfer';

/** A call to the ledger at a moment, in seconds since the beginning. */
export interface RandomCall {
  readonly at: number;
  readonly groups: readonly TransferGroup[];
}

const CAST: readonly CastName[] = ['bank', 'wallet', 'shop', 'vault', 'euros'];

/** Few ids and small amounts, so that everything collides with everything. */
const transferName = fc.nat({ max: 19 }).map((i) => `transfer ${i}`);
const accountName = fc.constantFrom<CastName>(...CAST, 'bank', 'wallet', 'shop', 'wallet', 'shop');
const amount = fc.oneof(
  { weight: 20, arbitrary: fc.bigInt({ min: 1n, max: 60n }) },
  { weight: 1, arbitrary: fc.constantFrom(0n, MINOR_MAX, MINOR_MAX - 50n) },
);

/**
 * Calls with every kind of transfer between the cast's accounts, right and wrong ones. Transfers and
 * accounts bear short names, so that a counterexample can be read; `inRun` makes ids of them.
 */
export function randomCalls(): fc.Arbitrary<RandomCall[]> {
  const group = fc.array(randomTransfer(), { minLength: 1, maxLength: 3 });
  const call = fc.record({
    after: fc.nat({ max: 3 }),
    groups: fc.array(group, { minLength: 1, maxLength: 3 }),
  });
  return fc.array(call, { minLength: 1, maxLength: 25 }).map((calls) => {
    let at = 0;
    return calls.map(({ after, groups }) => ({ at: (at += after), groups }));
  });
}

export function inRun(run: string, calls: readonly RandomCall[]): RandomCall[] {
  const named = (transfer: Transfer): Transfer =>
    'pendingId' in transfer
      ? { ...transfer, id: idIn(run, transfer.id), pendingId: idIn(run, transfer.pendingId) }
      : {
          ...transfer,
          id: idIn(run, transfer.id),
          debitAccountId: idIn(run, transfer.debitAccountId),
          creditAccountId: idIn(run, transfer.creditAccountId),
        };
  return calls.map(({ at, groups }) => ({ at, groups: groups.map((group) => group.map(named)) }));
}

function randomTransfer(): fc.Arbitrary<Transfer> {
  const base = fc.record({
    id: transferName,
    code: fc.constantFrom('correction' as const, 'capture' as const),
  });
  const between = fc
    .record({ from: accountName, to: accountName, amount })
    .map(({ from, to, amount }) => ({
      debitAccountId: from,
      creditAccountId: to,
      amount: money(amount, from === 'euros' && to === 'euros' ? 'EUR' : 'CNY'),
    }));
  const pendingId = transferName;
  const timeoutSeconds = fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined });
  const part = fc.option(amount.map(minor), { nil: undefined });
  return fc.oneof(
    fc.tuple(base, between).map(([b, t]): Transfer => ({ kind: 'posted', ...b, ...t })),
    fc.tuple(base, between, timeoutSeconds).map(([b, t, seconds]): Transfer => ({
      kind: 'pending',
      ...b,
      ...t,
      ...(seconds !== undefined && { timeoutSeconds: seconds }),
    })),
    fc.tuple(base, pendingId, part).map(([b, held, some]): Transfer => ({
      kind: 'post',
      ...b,
      pendingId: held,
      ...(some !== undefined && { amount: some }),
    })),
    fc
      .tuple(base, pendingId, fc.constantFrom('void' as const, 'expire' as const))
      .map(([b, held, kind]): Transfer => ({ kind, ...b, pendingId: held })),
  );
}
