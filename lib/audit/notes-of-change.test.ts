import { describe, expect, it } from 'vitest';
import { writtenUuid } from '@/lib/ids/uuid';
import { money } from '@/lib/money/money';
import {
  capturePayment,
  authorizePayment,
  declinePayment,
  voidPayment,
} from '@/lib/payments/holding';
import type { Change, Planned } from '@/lib/payments/change';
import type { Payment } from '@/lib/payments/payment';
import { disputePayment, giveBack, refundPayment, resolveDispute } from '@/lib/payments/settling';
import type { AuditActor } from './note';
import { notesOfChange } from './notes-of-change';

const ID = writtenUuid('0191d2f0-0000-7000-8000-000000000001');
const MINA = '0191d2f0-0000-7000-8000-000000000002';
const LIN: AuditActor = { kind: 'staff', id: '0191d2f0-0000-7000-8000-000000000003' };
const COUNTER: AuditActor = { kind: 'terminal', id: '0191d2f0-0000-7000-8000-000000000004' };
const NOOR: AuditActor = { kind: 'operator', id: '0191d2f0-0000-7000-8000-000000000005' };
const MOMENT = { at: '2026-11-26T12:00:00.000Z', newId: () => ID };
const yuan = (amount: number) => money(amount, 'CNY');

const CREATED: Payment = {
  ...{ id: ID, source: { kind: 'checkout', reference: 'cart 7' }, storeId: ID, merchantId: ID },
  ...{ payee: 'K', amount: yuan(3800), tip: yuan(0), feeTerms: { basisPoints: 0 } },
  ...{ state: { kind: 'created' }, version: 0, createdAt: MOMENT.at },
};

function changeOf(planned: Planned): Change {
  if (!planned.ok) throw new Error(planned.code);
  return planned.value;
}
const alone = (payment: Payment) => ({ payment, order: null });
const payer = { shopperId: MINA, method: 'pin' } as const;
const held = changeOf(authorizePayment(alone(CREATED), payer, MOMENT));
const taken = changeOf(capturePayment(alone(held.payment), MOMENT));
/** Online the money is taken at once, into escrow. */
const ONLINE: Payment = { ...CREATED, source: { kind: 'online-order', orderId: ID } };
const bought = changeOf(authorizePayment(alone(ONLINE), payer, MOMENT));
const disputed = changeOf(disputePayment(bought.payment, 'damaged', MOMENT));

describe('notesOfChange', () => {
  it('says once that a payment was made, by whoever confirmed it', () => {
    expect(notesOfChange(held, COUNTER)).toEqual([
      {
        ...{ action: 'payment.authorized', by: { kind: 'shopper', id: MINA } },
        subject: { kind: 'payment', id: ID },
        details: { amount: '3800 CNY', way: 'pin', terminalId: COUNTER.id },
      },
    ]);
  });

  it('says the same once where the money is taken at once', () => {
    expect(notesOfChange(bought, { kind: 'shopper', id: MINA })).toMatchObject([
      { action: 'payment.authorized', details: { way: 'pin' } },
    ]);
    expect(notesOfChange(taken, LIN)).toMatchObject([{ action: 'order.accepted', by: LIN }]);
  });

  it('says why it was refused, or let go', () => {
    const declined = changeOf(declinePayment(CREATED, 'insufficient-funds', MOMENT));
    expect(notesOfChange(declined, COUNTER)).toMatchObject([
      { action: 'payment.refused', by: COUNTER, details: { reason: 'insufficient-funds' } },
    ]);
    const record = alone(held.payment);
    const rejected = changeOf(voidPayment(record, 'sold-out', MOMENT));
    expect(notesOfChange(rejected, LIN)).toMatchObject([
      { action: 'order.rejected', by: LIN, details: { reason: 'sold-out' } },
    ]);
    const lapsed = changeOf(voidPayment(record, 'unanswered', MOMENT));
    expect(notesOfChange(lapsed, { kind: 'system' })).toMatchObject([{ action: 'payment.voided' }]);
  });

  it('says how much was given back, by whom', () => {
    const back = changeOf(refundPayment(taken.payment, ID, yuan(300), MOMENT));
    expect(notesOfChange(back, LIN)).toMatchObject([
      { action: 'payment.refunded', by: LIN, details: { amount: '300 CNY' } },
    ]);
  });

  it('says what an operator gives back where nothing was disputed', () => {
    const back = changeOf(giveBack(alone(taken.payment), MOMENT));
    expect(notesOfChange(back, NOOR)).toEqual([
      {
        ...{ action: 'case.decided', by: NOOR, subject: { kind: 'payment', id: ID } },
        details: { outcome: 'refunded', amount: '3800 CNY' },
      },
    ]);
  });

  it('says an operator’s decision in one entry', () => {
    expect(notesOfChange(disputed, { kind: 'shopper', id: MINA })).toMatchObject([
      { action: 'payment.disputed', details: { reason: 'damaged' } },
    ]);
    const decided = changeOf(resolveDispute(disputed.payment, yuan(800), MOMENT));
    expect(notesOfChange(decided, NOOR)).toEqual([
      {
        ...{ action: 'dispute.decided', by: NOOR },
        subject: { kind: 'payment', id: ID },
        details: { toShopper: '800 CNY', toMerchant: '3000 CNY' },
      },
    ]);
  });
});
