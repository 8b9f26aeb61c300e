import { expect, it } from 'vitest';
import { MINOR_MAX, minor, money } from '@/lib/money/money';
import type { Transfer } from './transfer';
import { toLedgerWire } from './wire';

const hold: Transfer = {
  kind: 'pending',
  id: 'a',
  code: 'authorize',
  debitAccountId: 'wallet',
  creditAccountId: 'shop',
  amount: money(MINOR_MAX, 'CNY'),
  timeoutSeconds: 900,
  referenceId: 'payment',
};
const take: Transfer = { kind: 'post', id: 'b', code: 'capture', pendingId: 'a', amount: minor(0) };
const drop: Transfer = { kind: 'void', id: 'c', code: 'void', pendingId: 'a' };

it('names every field as SQL does, and keeps amounts exact', () => {
  expect(JSON.parse(JSON.stringify(toLedgerWire([[hold], [take], [drop]])))).toEqual([
    {
      id: 'a',
      kind: 'pending',
      code: 'authorize',
      debit_account_id: 'wallet',
      credit_account_id: 'shop',
      currency: 'CNY',
      amount: '9223372036854775807',
      timeout_seconds: 900,
      reference_id: 'payment',
    },
    { id: 'b', kind: 'post', code: 'capture', pending_id: 'a', amount: '0' },
    { id: 'c', kind: 'void', code: 'void', pending_id: 'a' },
  ]);
});

it('links each transfer of a group but the last', () => {
  const linked = toLedgerWire([[hold, take, drop], [hold], [take, drop]]).map((t) => t.linked);
  expect(linked).toEqual([true, true, undefined, undefined, true, undefined]);
});
