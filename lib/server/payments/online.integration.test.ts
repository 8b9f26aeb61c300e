import { describe, expect, it } from 'vitest';
import { descriptorOf } from '@/lib/liveness/evidence.fixture';
import { newUuid } from '@/lib/ids/uuid';
import { money } from '@/lib/money/money';
import { DEMO_SHOP } from '../demo/people';
import {
  MINA,
  MINA_FACE,
  OTTO,
  OTTO_FACE,
  enrolFace,
  newcomer,
  onPhone,
  openDemo,
  orderOf,
  smile,
  value,
} from '../demo-store.fixture';
import { ledgerIsBalanced } from '../ledger-is-balanced.fixture';
import { placeOrder } from '../orders/place-order';
import { topUpWallet } from '../shoppers/top-up-wallet';

openDemo();

describe('paying online', () => {
  const stamp = () => ({
    ...orderOf('stamp-hanover-1948'),
    storeId: DEMO_SHOP.storeId,
    channel: 'online' as const,
  });

  it('takes the money at once, from the signed-in shopper only', async () => {
    const { payment } = value(await placeOrder(onPhone(MINA), stamp()));
    expect(await smile(onPhone(OTTO), payment.id, OTTO_FACE)).toMatchObject({ code: 'not-found' });
    expect(await smile(onPhone(MINA), payment.id, OTTO_FACE)).toMatchObject({
      code: 'face-unknown',
    });
    const paid = value(await smile(onPhone(MINA), payment.id, MINA_FACE));
    expect(paid).toMatchObject({
      payment: { status: 'captured' },
      order: { state: { kind: 'accepted' } },
    });
    await ledgerIsBalanced();
  });

  it('says so when there is too little money, and moves nothing', async () => {
    const ada = await newcomer('13900004321');
    await enrolFace(ada, descriptorOf(3));
    const { payment } = value(await placeOrder(onPhone(ada), stamp()));
    expect(await smile(onPhone(ada), payment.id, descriptorOf(3))).toEqual({
      ok: false,
      code: 'insufficient-funds',
    });
    const body = { id: newUuid(), amount: money(10_000, 'CNY') };
    value(await topUpWallet(ada, body));
    expect(value(await topUpWallet(ada, body)).available.amount).toBe('10000');
    expect(await topUpWallet(ada, { ...body, amount: money(1, 'CNY') })).toMatchObject({
      code: 'id-reused',
    });
    expect(await smile(onPhone(ada), payment.id, descriptorOf(3))).toMatchObject({ ok: true });
  });
});
