import { PAY_WITHIN_MS } from '@/lib/payments/payment-intent';
import { beforeAll, describe, expect, it } from 'vitest';
import { newUuid } from '@/lib/ids/uuid';
import { accountId, availableBalance, type AccountKind } from '@/lib/ledger/account';
import { money } from '@/lib/money/money';
import { resolveDispute } from '@/lib/payments/settling';
import { later, now } from '../clock';
import { findDisputed } from '../db/deadlines-store';
import { accountById } from '../db/ledger-store';
import { databasePool } from '../db/pool';
import { DEMO_RESTAURANT, DEMO_SHOP } from '../demo/people';
import {
  ACTING_MS,
  MINA,
  MINA_FACE,
  OTTO,
  onPhone,
  openDemo,
  orderOf,
  paidSoup,
  smile,
  staffOf,
  value,
} from '../demo-store.fixture';
import { ledgerIsBalanced } from '../ledger-is-balanced.fixture';
import { placeOrder } from '../orders/place-order';
import { refundOrder } from '../orders/refund-order';
import { dispatchOrder } from '../orders/dispatch-order';
import { markOrderReady } from '../orders/mark-order-ready';
import { expireUnpaid, lapseUnanswered, RELEASE_AFTER_MS, releaseDispatched } from './deadlines';
import { recordOf } from './checkout.fixture';
import { commitOn } from './commit';
import { confirmReceipt } from './confirm-receipt';
import { openDispute } from './open-dispute';
import { readPayment } from './read-payment';

const staff = staffOf(DEMO_SHOP);

openDemo();
beforeAll(async () => {
  await databasePool().query(`UPDATE merchants SET fee_terms = '{"basisPoints": 100}'`);
});

async function boughtStamp() {
  const request = { ...orderOf('stamp-hanover-1948'), storeId: DEMO_SHOP.storeId };
  const placed = value(await placeOrder(onPhone(MINA), { ...request, channel: 'online' }));
  return value(await smile(onPhone(MINA), placed.payment.id, MINA_FACE));
}

async function balanceOf(kind: AccountKind): Promise<bigint> {
  const owner = kind === 'fees' ? {} : { ownerId: DEMO_SHOP.merchantId };
  const purpose = { kind, ...owner, currency: 'CNY' } as Parameters<typeof accountId>[0];
  const account = await accountById(databasePool(), accountId(purpose));
  return account ? availableBalance(account) : 0n;
}

const balances = async () => ({
  escrow: await balanceOf('escrow'),
  merchant: await balanceOf('merchant'),
  fees: await balanceOf('fees'),
});

describe('goods that are sent', () => {
  it('are paid when the shopper has them, less the fee', async () => {
    const before = await balances();
    const { order, payment } = await boughtStamp();
    const price = BigInt(payment.amount.amount);
    expect(await balances()).toEqual({ ...before, escrow: before.escrow + price });
    expect(await markOrderReady(staff, order.id)).toMatchObject({ code: 'wrong-state' });
    expect(value(await dispatchOrder(staff, order.id)).order.state.kind).toBe('dispatched');
    expect(await confirmReceipt(OTTO, payment.id)).toMatchObject({ code: 'not-found' });
    const received = value(await confirmReceipt(MINA, payment.id));
    expect(received).toMatchObject({
      order: { state: { kind: 'received' } },
      payment: { escrow: { amount: '0' }, status: 'captured' },
    });
    expect(await confirmReceipt(MINA, payment.id)).toMatchObject({ code: 'wrong-state' });
    const fee = price / 100n;
    expect(await balances()).toEqual({
      escrow: before.escrow,
      merchant: before.merchant + price - fee,
      fees: before.fees + fee,
    });
    await ledgerIsBalanced();
  });

  it('are paid seven days after dispatch, once, unless they are disputed', async () => {
    const [quiet, disputed, unsent] = [
      await boughtStamp(),
      await boughtStamp(),
      await boughtStamp(),
    ];
    for (const { order } of [quiet, disputed]) value(await dispatchOrder(staff, order.id));
    const wrong = value(await openDispute(MINA, disputed.payment.id, { reason: 'damaged' }));
    expect(wrong.payment.dispute?.reason).toBe('damaged');
    const sent = Date.now();
    expect(await releaseDispatched(new Date(sent + RELEASE_AFTER_MS - 60_000))).toBe(0);
    const due = new Date(sent + RELEASE_AFTER_MS + 60_000);
    const byEveryInstance = await Promise.all([1, 2, 3].map(() => releaseDispatched(due)));
    expect(byEveryInstance.reduce((sum, count) => sum + count, 0)).toBe(1);
    const stateOf = async ({ payment }: typeof quiet) =>
      value(await readPayment(onPhone(MINA), payment.id));
    expect((await stateOf(quiet)).payment.escrow.amount).toBe('0');
    expect((await stateOf(disputed)).payment.escrow).toEqual(disputed.payment.amount);
    expect((await stateOf(unsent)).payment.escrow).toEqual(unsent.payment.amount);
  });

  it('come to an end by refunds in parts and the shopper, who closes the dispute', async () => {
    const { order, payment } = await boughtStamp();
    const before = await balances();
    value(await openDispute(MINA, payment.id, { reason: 'not-as-described' }));
    expect(await openDispute(MINA, payment.id, { reason: 'other' })).toMatchObject({
      code: 'wrong-state',
    });
    const part = { id: newUuid(), amount: money(1_000, 'CNY') };
    const refunded = value(await refundOrder(staff, order.id, part));
    expect(refunded.payment.dispute).not.toBeNull();
    expect(await balances()).toEqual({ ...before, escrow: before.escrow - 1_000n });
    const settled = value(await confirmReceipt(MINA, payment.id));
    expect(settled.payment).toMatchObject({ dispute: null, escrow: { amount: '0' } });
    // What was released can still be refunded, and the fee on it comes back.
    const left = BigInt(payment.amount.amount) - 1_000n;
    value(await refundOrder(staff, order.id, { id: newUuid(), amount: money(left, 'CNY') }));
    const price = BigInt(payment.amount.amount);
    expect(await balances()).toEqual({ ...before, escrow: before.escrow - price });
    await ledgerIsBalanced();
  });

  it('are split by the operator when the two find no end', async () => {
    const { payment } = await boughtStamp();
    const before = await balances();
    value(await openDispute(MINA, payment.id, { reason: 'not-arrived' }));
    expect(await findDisputed()).toContain(payment.id);
    const part = money(1_800, 'CNY');
    const split = value(
      await commitOn(await recordOf(payment.id), (record, moment) =>
        resolveDispute(record.payment, part, moment),
      ),
    );
    expect(split.payment.state).toMatchObject({ refunds: [{ amount: part }] });
    expect(split.payment.state).not.toHaveProperty('dispute');
    expect(await findDisputed()).not.toContain(payment.id);
    const price = BigInt(payment.amount.amount);
    const rest = price - 1_800n;
    expect(await balances()).toEqual({
      escrow: before.escrow - price,
      merchant: before.merchant + rest - rest / 100n,
      fees: before.fees + rest / 100n,
    });
    await ledgerIsBalanced();
  });
});

describe('time', () => {
  it('closes what nobody paid, after an hour', async () => {
    const request = { ...orderOf('stamp-hanover-1948'), storeId: DEMO_SHOP.storeId };
    const { payment } = value(await placeOrder(onPhone(MINA), { ...request, channel: 'online' }));
    const placedAt = Date.parse(payment.createdAt);
    await expireUnpaid(new Date(placedAt + PAY_WITHIN_MS - 1));
    expect(value(await readPayment(onPhone(MINA), payment.id)).payment.status).toBe('created');
    await expireUnpaid(new Date(placedAt + PAY_WITHIN_MS));
    expect(value(await readPayment(onPhone(MINA), payment.id)).payment.status).toBe('expired');
    expect(await smile(onPhone(MINA), payment.id, MINA_FACE)).toMatchObject({
      code: 'wrong-state',
    });
  });

  it('to answer is what the store says', async () => {
    await databasePool().query('UPDATE stores SET answer_within_seconds = 60 WHERE id = $1', [
      DEMO_RESTAURANT.storeId,
    ]);
    await paidSoup();
    expect(await later(ACTING_MS + 55_000, () => lapseUnanswered(now()))).toBe(0);
    expect(await later(ACTING_MS + 61_000, () => lapseUnanswered(now()))).toBe(1);
    await ledgerIsBalanced();
  });
});
