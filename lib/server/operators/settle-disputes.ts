import 'server-only';
import type { OperatorActor } from '@/lib/access/actors';
import type { Disputes, OpenDispute } from '@/lib/api/operator';
import type { z } from 'zod';
import type { settlementSchema } from '@/lib/api/operator';
import type { Uuid } from '@/lib/ids/uuid';
import { toWire } from '@/lib/money/wire';
import type { Payment } from '@/lib/payments/payment';
import { resolveDispute } from '@/lib/payments/settling';
import { findDisputed } from '../db/deadlines-store';
import { findPayment } from '../db/payments-store';
import { commitOn } from '../payments/commit';
import { done, refused, type Result } from '../result';

/** Those that shopper and shop have not settled themselves. */
export async function listDisputes(): Promise<Result<Disputes>> {
  const records = await Promise.all((await findDisputed()).map(findPayment));
  return done({ disputes: records.flatMap((record) => disputeOf(record?.payment) ?? []) });
}

/** Splits the escrow: part goes back, the rest to the merchant. Of several at once the first counts. */
export async function settleDispute(
  { id }: OperatorActor,
  paymentId: Uuid,
  { toShopper }: z.output<typeof settlementSchema>,
): Promise<Result<undefined>> {
  const record = await findPayment(paymentId);
  if (!record || !disputeOf(record.payment)) return refused('not-found');
  if (toShopper.currency !== record.payment.amount.currency) return refused('amount-out-of-range');
  const settled = await commitOn(
    record,
    ({ payment }, moment) => resolveDispute(payment, toShopper, moment),
    { by: { kind: 'operator', id } },
  );
  return settled.ok ? done(undefined) : settled;
}

function disputeOf(payment: Payment | undefined): OpenDispute | undefined {
  if (payment?.state.kind !== 'captured' || !payment.state.dispute) return undefined;
  const { escrow, dispute } = payment.state;
  return { paymentId: payment.id, payee: payment.payee, escrow: toWire(escrow), ...dispute };
}
