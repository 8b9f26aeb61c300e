import { describe, expect, it } from 'vitest';
import { newUuid } from '@/lib/ids/uuid';
import { money } from '@/lib/money/money';
import { DEMO_RESTAURANT, DEMO_SHOP } from '../demo/people';
import {
  MINA,
  MINA_FACE,
  atCounter,
  balance,
  mina,
  openDemo,
  orderOf,
  paidSoup,
  smile,
  staffOf,
  value,
} from '../demo-store.fixture';
import { ledgerIsBalanced } from '../ledger-is-balanced.fixture';
import { lapseUnanswered } from '../payments/deadlines';
import { readPayment } from '../payments/read-payment';
import { placeOrder } from './place-order';
import { readBoard } from './read-board';
import { refundOrder } from './refund-order';
import { markOrderPickedUp } from './mark-order-picked-up';
import { markOrderReady } from './mark-order-ready';
import { rejectOrder } from './reject-order';
import { acceptOrder } from './accept-order';

const staff = staffOf(DEMO_RESTAURANT);

openDemo();

describe('the staff', () => {
  it('give the hold back by rejecting', async () => {
    const before = await balance(MINA);
    const { order } = await paidSoup();
    const rejected = value(await rejectOrder(staff, order.id, { reason: 'sold-out' }));
    expect(rejected).toMatchObject({ payment: { status: 'voided' }, refundable: { amount: '0' } });
    expect(await balance(MINA)).toEqual(before);
  });

  it('do one thing with two taps at once', async () => {
    const { order } = await paidSoup();
    const taps = await Promise.all([
      acceptOrder(staff, order.id),
      rejectOrder(staff, order.id, { reason: 'too-busy' }),
      acceptOrder(staff, order.id),
    ]);
    expect(taps.filter(({ ok }) => ok)).toHaveLength(1);
    for (const tap of taps) if (!tap.ok) expect(tap.code).toBe('wrong-state');
    await ledgerIsBalanced();
  });

  it('take an order to its end, and see it on the board', async () => {
    const { order } = await paidSoup();
    value(await acceptOrder(staff, order.id));
    expect(await markOrderPickedUp(staff, order.id)).toMatchObject({ code: 'wrong-state' });
    value(await markOrderReady(staff, order.id));
    expect(value(await markOrderPickedUp(staff, order.id)).order.state.kind).toBe('picked-up');
    const board = value(await readBoard(staff));
    expect(board.orders.find((card) => card.order.id === order.id)).toBeDefined();
  });

  it('refund in parts, each id once, never more than was paid', async () => {
    const before = await balance(MINA);
    const { order } = await paidSoup();
    value(await acceptOrder(staff, order.id));
    const part = { id: newUuid(), amount: money(800, 'CNY') };
    expect(value(await refundOrder(staff, order.id, part)).refundable.amount).toBe('3000');
    expect(value(await refundOrder(staff, order.id, part)).refundable.amount).toBe('3000');
    const over = { id: newUuid(), amount: money(3001, 'CNY') };
    expect(await refundOrder(staff, order.id, over)).toMatchObject({ code: 'over-refund' });
    const rest = { id: newUuid(), amount: money(3000, 'CNY') };
    expect(value(await refundOrder(staff, order.id, rest)).payment.status).toBe('refunded');
    expect(await balance(MINA)).toEqual(before);
    await ledgerIsBalanced();
  });

  it('refund once when the same refund comes many times at once', async () => {
    const { order } = await paidSoup();
    value(await acceptOrder(staff, order.id));
    const part = { id: newUuid(), amount: money(800, 'CNY') };
    const taps = await Promise.all(
      Array.from({ length: 8 }, () => refundOrder(staff, order.id, part)),
    );
    for (const tap of taps) expect(value(tap).refundable.amount).toBe('3000');
    await ledgerIsBalanced();
  });

  it('charge only what they can serve', async () => {
    const before = await balance(MINA);
    const request = orderOf('noodle-soup', ['mild']);
    const [line] = request.lines;
    const two = {
      ...request,
      lines: [line, line].flatMap((one) => one ?? []),
      tip: money(500, 'CNY'),
    };
    const { order, payment } = value(await placeOrder(atCounter, two));
    expect(payment.amount.amount).toBe('8100');
    value(await smile(atCounter, payment.id, MINA_FACE, mina.phone));
    for (const unavailable of [[0, 1], [2], [0, 0]]) {
      expect(await acceptOrder(staff, order.id, { unavailable })).toMatchObject({
        code: 'nothing-left',
      });
    }
    const accepted = value(await acceptOrder(staff, order.id, { unavailable: [1] }));
    expect(accepted.payment.captured.amount).toBe('4300');
    expect(accepted.order.items.map(({ unavailable }) => unavailable)).toEqual([false, true]);
    expect(await balance(MINA)).toEqual([(BigInt(before[0]) - 4300n).toString(), '0']);
    await ledgerIsBalanced();
  });

  it("do not see another store's orders", async () => {
    const { order } = await paidSoup();
    const others = staffOf(DEMO_SHOP);
    expect(await acceptOrder(others, order.id)).toMatchObject({ code: 'not-found' });
    expect(await markOrderReady(others, order.id)).toMatchObject({ code: 'not-found' });
  });

  it('who never answer let the hold be voided after a quarter of an hour', async () => {
    const before = await balance(MINA);
    const { payment } = await paidSoup();
    const soon = new Date(Date.now() + 14 * 60_000);
    const later = new Date(Date.now() + 16 * 60_000);
    await lapseUnanswered(soon);
    expect(value(await readPayment(atCounter, payment.id)).payment.status).toBe('authorized');
    const byEveryInstance = await Promise.all([lapseUnanswered(later), lapseUnanswered(later)]);
    expect(byEveryInstance.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
    expect(value(await readPayment(atCounter, payment.id))).toMatchObject({
      payment: { status: 'voided' },
      order: { state: { kind: 'lapsed' } },
    });
    // Whatever the other tests left waiting lapsed too: nothing of Mina's is held any more.
    const [available, held] = await balance(MINA);
    expect(held).toBe('0');
    expect(BigInt(available)).toBeGreaterThanOrEqual(BigInt(before[0]));
    await ledgerIsBalanced();
  });
});
