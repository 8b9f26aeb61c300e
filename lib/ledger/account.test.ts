import { describe, expect, it } from 'vitest';
import { accountId, availableBalance, flagsOf, type AccountPurpose } from './account';
import { balancesOf } from './conformance.fixture';

const ownerId = '0190f3a0-0000-7000-8000-000000000001';

describe('accountId', () => {
  it('never changes: it is in databases already', () => {
    expect(accountId({ kind: 'wallet', ownerId, currency: 'CNY' })).toBe(
      'cf4e3c3f-b7bd-5c7e-b019-8b84657c9bce',
    );
    expect(accountId({ kind: 'bank', currency: 'EUR' })).toBe(
      '37e720c1-5c1a-5d57-a1ac-a5fea3e23a37',
    );
  });

  it('differs by kind, owner and currency', () => {
    const purposes: AccountPurpose[] = [
      { kind: 'wallet', ownerId, currency: 'CNY' },
      { kind: 'wallet', ownerId, currency: 'EUR' },
      { kind: 'merchant', ownerId, currency: 'CNY' },
      { kind: 'escrow', ownerId, currency: 'CNY' },
      { kind: 'wallet', ownerId: ownerId.replace(/1$/, '2'), currency: 'CNY' },
      { kind: 'fees', currency: 'CNY' },
      { kind: 'bank', currency: 'CNY' },
    ];
    expect(new Set(purposes.map(accountId)).size).toBe(purposes.length);
  });
});

it('lets only the outside world owe', () => {
  expect(flagsOf('bank').debitsMustNotExceedCredits).toBe(false);
  for (const kind of ['wallet', 'merchant', 'escrow', 'fees'] as const) {
    expect(flagsOf(kind).debitsMustNotExceedCredits).toBe(true);
  }
});

it('counts held money as spent and expected money as not there', () => {
  expect(availableBalance(balancesOf([30, 20, 500, 100]))).toBe(50n);
});
