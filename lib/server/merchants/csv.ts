import type { Holdings, Statement } from '@/lib/ledger/statement';
import type { CurrencyCode } from '@/lib/money/currency';
import { toDecimal } from '@/lib/money/format';

const HEADER = ['time', 'kind', 'order', 'payment', 'transfer', 'balance', 'escrow', 'currency'];

/**
 * A statement as RFC 4180 has it. Every field is a number, an id, a time or one of our own
 * words: nothing in it needs quotes, and nothing can be a formula.
 *
 * @ensures the `balance` and `escrow` columns of all rows but the last sum to the last
 */
export function statementCsv(
  { opening, lines, closing }: Statement,
  currency: CurrencyCode,
  payments: ReadonlyMap<string, number | null>,
): string {
  const amounts = ({ balance, escrow }: Holdings) => [
    toDecimal(balance, currency),
    toDecimal(escrow, currency),
    currency,
  ];
  const rows = [
    HEADER,
    ['', 'opening', '', '', '', ...amounts(opening)],
    ...lines.map((line) => {
      const reference = line.referenceId ?? '';
      const ticket = payments.get(reference);
      const payment = payments.has(reference) ? reference : '';
      const what = [line.at.toISOString(), line.code, ticket?.toString() ?? '', payment, line.id];
      return [...what, ...amounts(line)];
    }),
    ['', 'closing', '', '', '', ...amounts(closing)],
  ];
  return rows.map((row) => `${row.join(',')}\r\n`).join('');
}
