import { newUuid, type Uuid } from '@/lib/ids/uuid';
import { minor, type Money } from '@/lib/money/money';
import { purposesOf } from '@/lib/payments/accounts';
import type { Payment } from '@/lib/payments/payment';
import { now } from '../clock';
import { openAccounts } from '../db/ledger-store';
import { rowOf } from '../db/payment-row';
import { findPayment, type PaymentRecord } from '../db/payments-store';
import { databasePool } from '../db/pool';
import { databasePrisma } from '../db/prisma';
import { findStore } from '../db/stores-store';

/** A payment without an order of ours: another shop's guest is sent here to pay for `reference`. */
export async function checkout(
  storeId: string,
  amount: Money,
  reference: string,
): Promise<PaymentRecord> {
  const store = await findStore(storeId);
  if (!store) throw new Error('no such store');
  const { merchant } = store;
  await openAccounts(databasePool(), purposesOf(merchant.id, amount.currency));
  const payment: Payment = {
    id: newUuid(),
    source: { kind: 'checkout', reference },
    storeId,
    merchantId: merchant.id,
    payee: merchant.name,
    amount,
    tip: { ...amount, amount: minor(0) },
    feeTerms: merchant.settings.feeTerms,
    state: { kind: 'created' },
    version: 0,
    createdAt: now().toISOString(),
  };
  await databasePrisma().payment.create({ data: rowOf(payment) });
  return recordOf(payment.id);
}

/** The payment as the database has it now. */
export async function recordOf(paymentId: Uuid): Promise<PaymentRecord> {
  const record = await findPayment(paymentId);
  if (!record) throw new Error(`there is no payment ${paymentId}`);
  return record;
}
