import { accountId, type AccountPurpose } from '@/lib/ledger/account';
import type { CurrencyCode } from '@/lib/money/currency';
import type { Payment } from './payment';

/** The ledger account of a shopper's wallet. */
export function walletOf(shopperId: string, currency: CurrencyCode): string {
  return accountId({ kind: 'wallet', ownerId: shopperId, currency });
}

export function merchantOf({ merchantId, amount: { currency } }: Payment): string {
  return accountId({ kind: 'merchant', ownerId: merchantId, currency });
}

export function escrowOf({ merchantId, amount: { currency } }: Payment): string {
  return accountId({ kind: 'escrow', ownerId: merchantId, currency });
}

export function feesOf({ amount: { currency } }: Payment): string {
  return accountId({ kind: 'fees', currency });
}

/** Every account that a merchant's payments may touch besides wallets; opened beforehand. */
export function purposesOf(merchantId: string, currency: CurrencyCode): readonly AccountPurpose[] {
  return [
    { kind: 'merchant', ownerId: merchantId, currency },
    { kind: 'escrow', ownerId: merchantId, currency },
    { kind: 'fees', currency },
  ];
}
