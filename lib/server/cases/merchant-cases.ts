import 'server-only';
import type { StaffActor } from '@/lib/access/actors';
import type { MerchantCase, MerchantCases } from '@/lib/api/cases';
import type { Uuid } from '@/lib/ids/uuid';
import type { PaymentStatus } from '@/lib/payments/view';
import { findCases, type PaymentCaseRow } from '../db/cases-store';
import { done, type Result } from '../result';
import { caseViewOf } from './case-view';
import { giveBackCase } from './give-back-case';

type Manager = Pick<StaffActor, 'id' | 'merchantId'>;

export async function listMerchantCases({
  merchantId,
}: Pick<Manager, 'merchantId'>): Promise<Result<MerchantCases>> {
  return done({ cases: (await findCases(merchantId)).map(merchantCaseOf) });
}

/** The merchant gives all that is left back, and the case is over; no operator need decide it. */
export function refundCase({ id, merchantId }: Manager, paymentId: Uuid) {
  return giveBackCase(
    paymentId,
    { kind: 'staff', id },
    (payment) => payment.merchantId === merchantId,
  );
}

export function merchantCaseOf(row: PaymentCaseRow): MerchantCase {
  const { storeName, ticket, amount, currency, status, paidAt } = row;
  return {
    ...caseViewOf(row),
    ...{ storeName, ticket },
    amount: { amount, currency: currency as MerchantCase['amount']['currency'] },
    // The table's check vouches for it.
    status: status as PaymentStatus,
    paidAt: paidAt.toISOString(),
  };
}
