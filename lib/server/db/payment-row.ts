import { writtenUuid } from '@/lib/ids/uuid';
import { money } from '@/lib/money/money';
import type { Channel } from '@/lib/orders/order';
import type { Payment } from '@/lib/payments/payment';
import { paymentStateSchema } from '@/lib/payments/state-codec';
import { knownCurrency } from './known-currency';

/** A row of `payments`, as Prisma reads it or as SQL does, which gives a bigint as text. */
export interface PaymentRow {
  readonly id: string;
  readonly orderId: string;
  readonly storeId: string;
  readonly merchantId: string;
  readonly payee: string;
  readonly channel: string;
  readonly amount: bigint | string;
  readonly tip: bigint | string;
  readonly feeBasisPoints: number;
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
    orderId: writtenUuid(row.orderId),
    storeId: row.storeId,
    merchantId: row.merchantId,
    payee: row.payee,
    channel: row.channel as Channel,
    amount: money(BigInt(row.amount), currency),
    tip: money(BigInt(row.tip), currency),
    feeBasisPoints: row.feeBasisPoints,
    state: paymentStateSchema.parse(row.data),
    version: row.version,
    createdAt: row.createdAt.toISOString(),
  };
}
