import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inRun, randomCalls } from './batches.fixture';
import { balancesOf, castOf, timeOf } from './conformance.fixture';
import { scenarios } from './scenarios.fixture';
import { ReferenceLedger } from './reference-ledger';
import { RESULT_CODES, isDone } from './result';

function openedLedger(run: string): ReferenceLedger {
  const ledger = new ReferenceLedger();
  for (const account of Object.values(castOf(run))) ledger.open(account);
  return ledger;
}

describe('the rules of the ledger', () => {
  for (const { name, steps, wallet, shop } of scenarios('table')) {
    it(name, () => {
      const ledger = openedLedger('table');
      for (const { groups, at = 0, codes } of steps) {
        expect(ledger.post(groups, timeOf(at))).toEqual(codes);
      }
      const cast = castOf('table');
      expect(ledger.balances(cast.wallet.id)).toMatchObject(balancesOf(wallet));
      expect(ledger.balances(cast.shop.id)).toMatchObject(balancesOf(shop));
    });
  }

  it('has a scenario for every code that a well-formed batch can get', () => {
    const seen = new Set(
      scenarios('codes').flatMap(({ steps }) => steps.flatMap((s) => s.codes.flat())),
    );
    expect(RESULT_CODES.filter((code) => !seen.has(code))).toEqual(['linked-chain-open']);
  });
});

describe('whatever is asked of the ledger', () => {
  it('balances, guards its flags and posts no id twice', () => {
    const cast = castOf('random');
    fc.assert(
      fc.property(randomCalls(), (calls) => {
        const ledger = openedLedger('random');
        const posted = new Map<string, number>();
        for (const { at, groups } of inRun('random', calls)) {
          const codes = ledger.post(groups, timeOf(at));
          codes.forEach((group, g) => {
            expect(group.every(isDone) || !group.includes('ok')).toBe(true);
            group.forEach((code, i) => {
              const id = groups[g]?.[i]?.id ?? '';
              if (code === 'ok') posted.set(id, (posted.get(id) ?? 0) + 1);
            });
          });
        }
        expect([...posted.values()].every((times) => times === 1)).toBe(true);
        const all = Object.values(cast).map(({ id }) => ledger.balances(id));
        const sum = (of: 'debitsPosted' | 'creditsPosted' | 'debitsPending' | 'creditsPending') =>
          all.reduce((total, balances) => total + (balances?.[of] ?? 0n), 0n);
        expect(sum('debitsPosted')).toBe(sum('creditsPosted'));
        expect(sum('debitsPending')).toBe(sum('creditsPending'));
        const { wallet, shop, vault } = cast;
        for (const id of [wallet.id, shop.id]) {
          const b = ledger.balances(id);
          expect(b && b.debitsPending + b.debitsPosted <= b.creditsPosted).toBe(true);
        }
        const v = ledger.balances(vault.id);
        expect(v && v.creditsPending + v.creditsPosted <= v.debitsPosted).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
