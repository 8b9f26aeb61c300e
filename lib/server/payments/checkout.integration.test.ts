import { describe, expect, it } from 'vitest';
import { newUuid } from '@/lib/ids/uuid';
import { money } from '@/lib/money/money';
import { PAY_WITHIN_MS } from '@/lib/payments/payment-intent';
import { disputePayment, refundPayment } from '@/lib/payments/settling';
import { authorizePayment, capturePayment, voidPayment } from '@/lib/payments/holding';
import { verifyLedger } from '../db/ledger-verify';
import { findOrderOfPayment } from '../db/orders-store';
import { databasePool } from '../db/pool';
import { DEMO_RESTAURANT } from '../demo/people';
import { MINA, balance, onPhone, openDemo, paidSoup, staffOf, value } from '../demo-store.fixture';
import { ledgerIsBalanced } from '../ledger-is-balanced.fixture';
import { readBalance } from '../merchants/read-balance';
import { readStatement } from '../merchants/read-statement';
import { refundOrder } from '../orders/refund-order';
import { rejectOrder } from '../orders/reject-order';
import { acceptOrder } from '../orders/accept-order';
import { later, now } from '../clock';
import { checkout, recordOf } from './checkout.fixture';
import { commitOn } from './commit';
import { expireHolds, expireUnpaid } from './deadlines';
import { readPayment } from './read-payment';

const staff = staffOf(DEMO_RESTAURANT);
const payer = { shopperId: MINA.id, method: 'face' } as const;

openDemo();

const newCheckout = () => checkout(DEMO_RESTAURANT.storeId, money(5_000, 'CNY'), 'order 17');
const booksAgree = async () => {
  expect((await verifyLedger(databasePool())).fault).toBeUndefined();
  await ledgerIsBalanced();
};

describe('a payment without an order', () => {
  it('is held, captured, refunded and found in the statement, as any other', async () => {
    const [before] = await balance(MINA);
    const earned = async () => BigInt(value(await readBalance(staff)).available.amount);
    const earnedBefore = await earned();
    const created = await newCheckout();
    const held = value(await commitOn(created, (now, at) => authorizePayment(now, payer, at)));
    expect(held).toMatchObject({ order: null, payment: { state: { kind: 'authorized' } } });
    expect(await balance(MINA)).toEqual([String(BigInt(before) - 5_000n), '5000']);
    const captured = value(await commitOn(held, capturePayment));
    expect(captured.payment).toMatchObject({ version: 2, state: { kind: 'captured' } });
    // 0.60 % of it is the platform's.
    expect(await earned()).toBe(earnedBefore + 4_970n);
    await booksAgree();
    const back = money(1_000, 'CNY');
    value(
      await commitOn(captured, ({ payment }, at) => refundPayment(payment, newUuid(), back, at)),
    );
    expect(await balance(MINA)).toEqual([String(BigInt(before) - 4_000n), '0']);
    await booksAgree();
    const day = value(await readBalance(staff)).today;
    const { lines } = value(await readStatement(staff, day));
    const own = lines.filter(({ paymentId }) => paymentId === created.payment.id);
    expect(own.map(({ kind, ticket }) => [kind, ticket])).toEqual(
      expect.arrayContaining([
        ['capture', null],
        ['refund', null],
      ]),
    );
  });

  it('is closed when nobody pays it, and never disputed: nothing of ours is sent', async () => {
    const { payment } = await newCheckout();
    await expireUnpaid(new Date(Date.parse(payment.createdAt) + PAY_WITHIN_MS));
    expect((await recordOf(payment.id)).payment.state.kind).toBe('expired');
    const paid = await newCheckout();
    const held = value(await commitOn(paid, (record, at) => authorizePayment(record, payer, at)));
    const taken = value(await commitOn(held, capturePayment));
    expect(
      await commitOn(taken, (record, at) => disputePayment(record.payment, 'damaged', at)),
    ).toEqual({ ok: false, code: 'wrong-state' });
  });

  it('is no order: what asks for one does not find it', async () => {
    const { payment } = await newCheckout();
    expect(await findOrderOfPayment(payment.id)).toBeNull();
    expect(await readPayment(onPhone(MINA), payment.id)).toMatchObject({ code: 'not-found' });
  });

  it.each([
    ["source = 'counter-order', reference = NULL", 'payments_order_source_has_an_order'],
    ["source = 'gift', reference = NULL", 'payments_source_is_known'],
    ['reference = NULL', 'payments_checkout_has_a_reference'],
    ["reference = ''", 'payments_checkout_has_a_reference'],
    [`fee_terms = '{}'`, 'payments_fee_terms_are_terms'],
    [`fee_terms = '{"basisPoints": 10001}'`, 'payments_fee_terms_are_terms'],
  ])('cannot be made to lie about itself: SET %s', async (lie, constraint) => {
    const { payment } = await newCheckout();
    await expect(
      databasePool().query(`UPDATE payments SET ${lie} WHERE id = $1`, [payment.id]),
    ).rejects.toMatchObject({ constraint });
  });
});

describe('a commit', () => {
  it('gives a refund once and parts as often as they fit, fifty at once', async () => {
    const { order, payment } = await paidSoup();
    value(await acceptOrder(staff, order.id));
    const same = { id: newUuid(), amount: money(800, 'CNY') };
    const taps = await Promise.all(
      Array.from({ length: 50 }, () => refundOrder(staff, order.id, same)),
    );
    for (const tap of taps) expect(value(tap).refundable.amount).toBe('3000');
    const other = { id: same.id, amount: money(801, 'CNY') };
    expect(await refundOrder(staff, order.id, other)).toEqual({ ok: false, code: 'id-reused' });
    // Of fifty different refunds of 10.00 three fit; some may be told to come again.
    const parts = await Promise.all(
      Array.from({ length: 50 }, () =>
        refundOrder(staff, order.id, { id: newUuid(), amount: money(1_000, 'CNY') }),
      ),
    );
    expect(parts.filter(({ ok }) => ok)).toHaveLength(3);
    const codes = new Set(parts.flatMap((part) => (part.ok ? [] : part.code)));
    expect([...codes].filter((code) => code !== 'over-refund' && code !== 'unavailable')).toEqual(
      [],
    );
    // All of it is refunded: the repeated tap is answered with how things stand.
    expect(value(await refundOrder(staff, order.id, same)).payment).toMatchObject({
      id: payment.id,
      status: 'refunded',
    });
    await booksAgree();
  });

  it('begins anew when others have changed the record meanwhile', async () => {
    const { payment } = await paidSoup();
    const stale = await recordOf(payment.id);
    const voided = { reads: 0 };
    value(await commitOn(stale, capturePayment));
    const refused = await commitOn(stale, (record, at) => {
      voided.reads += 1;
      return voidPayment(record, 'too-busy', at);
    });
    expect(refused).toEqual({ ok: false, code: 'wrong-state' });
    expect(voided.reads).toBe(2);
  });

  it('voids what the ledger has expired by itself: only the states are left to change', async () => {
    const [before] = await balance(MINA);
    const { order, payment } = await paidSoup();
    const tomorrow = new Date(now().getTime() + 25 * 60 * 60 * 1000);
    expect(await expireHolds(tomorrow)).not.toEqual([]);
    expect((await recordOf(payment.id)).payment.state.kind).toBe('authorized');
    const rejected = value(
      await later(25 * 60 * 60 * 1000, () => rejectOrder(staff, order.id, { reason: 'closing' })),
    );
    expect(rejected).toMatchObject({
      payment: { status: 'voided' },
      order: { state: { kind: 'rejected', reason: 'closing' } },
    });
    expect((await balance(MINA))[0]).toBe(before);
    await booksAgree();
  });
});
