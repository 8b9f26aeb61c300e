import { writtenUuid } from '@/lib/ids/uuid';
import { feeTermsSchema } from '@/lib/ledger/fee';
import { money } from '@/lib/money/money';
import type { Payment } from '@/lib/payments/payment';
import { orderIdOf, type PaymentSource } from '@/lib/payments/source';
import { encodeState, paymentStateSchema } from '@/lib/payments/state-codec';
import { knownCurrency } from './known-currency';

/** A row of `payments`, as Prisma reads it or as SQL does, which gives a bigint as text. */
export interface PaymentRow {
  readonly id: string;
  readonly source: string;
  readonly orderId: string | null;
  readonly reference: string | null;
  readonly storeId: string;
  readonly merchantId: string;
  readonly payee: string;
  readonly amount: bigint | string;
  readonly tip: bigint | string;
  readonly feeTerms: unknown;
  readonly currency: string;
  readonly data: unknown;
  readonly version: number;
  readonly createdAt: Date;
}

/** @throws ZodError, TypeError when the row makes no sense: a loud fault, never a guess */
export function paymentOf(row: PaymentRow): Payment {
  const currency = knownCurrency(row.currency);
  return {
    id: writtenUuid(row.id),
    source: sourceIn(row),
    storeId: row.storeId,
    merchantId: row.merchantId,
    payee: row.payee,
    amount: money(BigInt(row.amount), currency),
    tip: money(BigInt(row.tip), currency),
    feeTerms: feeTermsSchema.parse(row.feeTerms),
    state: paymentStateSchema.parse(row.data),
    version: row.version,
    createdAt: row.createdAt.toISOString(),
  };
}

/** The columns of a new payment. */
export function rowOf(payment: Payment) {
  const { source, amount, state } = payment;
  return {
    id: payment.id,
    source: source.kind,
    orderId: orderIdOf(source),
    reference: 'reference' in source ? source.reference : null,
    storeId: payment.storeId,
    merchantId: payment.merchantId,
    payee: payment.payee,
    amount: amount.amount,
    tip: payment.tip.amount,
    feeTerms: payment.feeTerms,
    currency: amount.currency,
    state: state.kind,
    data: { ...encodeState(state) },
    createdAt: payment.createdAt,
  };
}

function sourceIn({ id, source, orderId, reference }: PaymentRow): PaymentSource {
  if ((source === 'counter-order' || source === 'online-order') && orderId !== null) {
    return { kind: source, orderId: writtenUuid(orderId) };
  }
  if (source === 'checkout' && reference !== null) return { kind: source, reference };
  throw new TypeError(`payment ${id} is for ${source}, which is not there`);
}
