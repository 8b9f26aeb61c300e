import type { ActivityRow } from '../db/activity-store';
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

const ACTIVITY_HEADER = ['time', 'action', 'by', 'name', 'store', 'order', 'details', 'position'];

/** Entries of the audit trail as RFC 4180 has it. */
export function activityCsv(rows: readonly ActivityRow[]): string {
  const lines = rows.map(({ at, action, actorKind, actorName, storeName, ticket, ...row }) => [
    ...[at.toISOString(), action, actorKind, actorName ?? '', storeName ?? ''],
    ...[ticket?.toString() ?? '', wordsOf(row.details), row.position],
  ]);
  return [ACTIVITY_HEADER, ...lines]
    .map((fields) => `${fields.map(textField).join(',')}\r\n`)
    .join('');
}

function wordsOf(details: ActivityRow['details']): string {
  return Object.entries(details)
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');
}

/** People choose names: an apostrophe keeps a spreadsheet from running one as a formula (OWASP). */
function textField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
