import { describe, expect, it } from 'vitest';
import { newUuid } from '@/lib/ids/uuid';
import { money } from '@/lib/money/money';
import {
  ADDRESS,
  MINA,
  openDemo,
  OTTO,
  otto,
  paidSoup,
  payByPin,
  soup,
  atCounter,
  staffOf,
  value,
} from '../demo-store.fixture';
import { databasePool } from '../db/pool';
import { closeShopper } from '../db/closed-accounts-store';
import { DEMO_RESTAURANT, DEMO_SHOPPERS } from '../demo/people';
import { now } from '../clock';
import { acceptOrder } from '../orders/accept-order';
import { refundOrder } from '../orders/refund-order';
import { readSharedReceipt, shareReceipt, stopSharingReceipt } from './share-receipt';

openDemo();

const GONE = { ok: false, code: 'receipt-gone' };
const NOT_THEIRS = { ok: false, code: 'not-found' };
const read = (token: string) => readSharedReceipt(token, ADDRESS);

describe('a shared receipt', () => {
  it('says what was bought, what it cost and what came back, and not who paid', async () => {
    const { payment, order } = await paidSoup();
    const { token } = value(await shareReceipt(MINA, payment.id));
    const staff = staffOf(DEMO_RESTAURANT);
    value(await acceptOrder(staff, order.id));
    value(await refundOrder(staff, order.id, { id: newUuid(), amount: money(300, 'CNY') }));
    const receipt = value(await read(token));
    expect(receipt).toMatchObject({
      ...{ payee: DEMO_RESTAURANT.payee, method: 'face', ticket: order.ticket },
      captured: { amount: '3800', currency: 'CNY' },
      refunded: { amount: '300', currency: 'CNY' },
      items: [{ quantity: 1, total: { amount: '3800', currency: 'CNY' } }],
    });
    const text = JSON.stringify(receipt);
    const [mina] = DEMO_SHOPPERS;
    for (const secret of ['Mina', mina.id, mina.phone, payment.id, order.id, 'accountId']) {
      expect(text).not.toContain(secret);
    }
  });

  it('is made and ended by who paid alone', async () => {
    const { payment } = await paidSoup();
    expect(await shareReceipt(OTTO, payment.id)).toEqual(NOT_THEIRS);
    const { token } = value(await shareReceipt(MINA, payment.id));
    expect(await stopSharingReceipt(OTTO, payment.id)).toEqual(NOT_THEIRS);
    expect(await read(token)).toMatchObject({ ok: true });
    value(await stopSharingReceipt(MINA, payment.id));
    value(await stopSharingReceipt(MINA, payment.id));
    expect(await read(token)).toEqual(GONE);
    expect(await shareReceipt(MINA, newUuid())).toEqual(NOT_THEIRS);
    expect(await shareReceipt(MINA, (await soup()).payment.id)).toEqual(NOT_THEIRS);
  });

  it('has one link at a time, however many are asked for at once', async () => {
    const { payment } = await paidSoup();
    const made = await Promise.all(
      Array.from({ length: 20 }, () => shareReceipt(MINA, payment.id)),
    );
    const opened = await Promise.all(made.map((link) => read(value(link).token)));
    expect(opened.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('keeps no token, and ends with the account', async () => {
    const { payment, order } = await soup();
    value(await payByPin(atCounter, payment, { phone: otto.phone, pin: otto.pin }));
    const { token } = value(await shareReceipt(OTTO, payment.id));
    const { rows } = await databasePool().query<{ text: string }>(
      'SELECT receipt_links::text AS text FROM receipt_links',
    );
    expect(rows.map(({ text }) => text).join()).not.toContain(token);
    value(await acceptOrder(staffOf(DEMO_RESTAURANT), order.id));
    expect(await closeShopper(OTTO.id, 'CNY', now())).toMatchObject({ kind: 'closed' });
    expect(await read(token)).toEqual(GONE);
    expect(await shareReceipt(OTTO, payment.id)).toMatchObject({ ok: false });
  });
});
