import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minor } from '@/lib/money/money';
import { statementOf, type StatementEntry } from './statement';
import { TRANSFER_CODES } from './transfer';

const accounts = { merchant: 'm', escrow: 'e' };
const opening = { balance: minor(100), escrow: minor(7) };
const at = new Date('2026-11-24T12:00:00.000Z');
const entry = (code: StatementEntry['code'], from: string, to: string, amount: number) => ({
  id: `${code} ${from} ${to}`,
  code,
  debitAccountId: from,
  creditAccountId: to,
  amount: minor(amount),
  referenceId: 'payment',
  at,
});

describe('a statement', () => {
  it('says what each transfer did to the balance and to the escrow', () => {
    const { lines, totals, closing } = statementOf(accounts, opening, [
      entry('capture', 'wallet', 'm', 50),
      entry('fee', 'm', 'fees', 3),
      entry('capture', 'wallet', 'e', 20),
      entry('release', 'e', 'm', 20),
      entry('payout', 'm', 'bank', 90),
    ]);
    expect(lines.map(({ code, balance, escrow }) => [code, balance, escrow])).toEqual([
      ['capture', 50n, 0n],
      ['fee', -3n, 0n],
      ['capture', 0n, 20n],
      ['release', 20n, -20n],
      ['payout', -90n, 0n],
    ]);
    expect(totals[0]).toEqual({ code: 'capture', count: 2, balance: 50n, escrow: 20n });
    expect(closing).toEqual({ balance: 77n, escrow: 7n });
  });

  it('adds up, whatever happened', () => {
    const name = fc.constantFrom('m', 'e', 'wallet', 'fees', 'bank');
    const anyEntry = fc
      .tuple(fc.constantFrom(...TRANSFER_CODES), name, name, fc.integer({ min: 1, max: 1e9 }))
      .map(([code, from, to, amount]) => entry(code, from, to, amount));
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 40 }), (entries) => {
        const { lines, totals, closing } = statementOf(accounts, opening, entries);
        for (const kind of ['balance', 'escrow'] as const) {
          const sum = (parts: readonly { balance: bigint; escrow: bigint }[]) =>
            parts.reduce((all, part) => all + part[kind], 0n);
          expect(opening[kind] + sum(lines)).toBe(closing[kind]);
          expect(opening[kind] + sum(totals)).toBe(closing[kind]);
        }
        expect(lines).toHaveLength(entries.length);
      }),
    );
  });
});
