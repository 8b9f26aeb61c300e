import { beforeEach, expect, it } from 'vitest';
import { newUuid } from '@/lib/ids/uuid';
import { money } from '@/lib/money/money';
import { shopperOfSession, startSession } from '../access/sessions';
import { now } from '../clock';
import { payOutClosed } from '../db/closed-accounts-store';
import { databasePool } from '../db/pool';
import { findShopperById, findShopperByPhone } from '../db/shoppers-store';
import { DEMO_PASSWORD, DEMO_RESTAURANT } from '../demo/people';
import {
  atCounter,
  balance,
  enrolFace,
  freshBudget,
  MINA,
  mina,
  newcomer,
  openDemo,
  OTTO,
  OTTO_FACE,
  otto,
  payByPin,
  soup,
  staffOf,
  value,
} from '../demo-store.fixture';
import { ledgerIsBalanced } from '../ledger-is-balanced.fixture';
import { acceptOrder } from '../orders/accept-order';
import { refundOrder } from '../orders/refund-order';
import { closeAccount } from './close-account';
import { deleteFace } from './delete-face';
import { setPin } from './set-pin';
import { topUpWallet } from './top-up-wallet';

openDemo();
beforeEach(freshBudget);

const STAFF = staffOf(DEMO_RESTAURANT);
const close = (shopper = MINA, password = DEMO_PASSWORD) => closeAccount(shopper, { password });

const paidBy = async (who: { readonly phone: string; readonly pin: string }) => {
  const { payment, order } = await soup();
  return { payment, order, paid: await payByPin(atCounter, payment, who) };
};

/** Tables with rows that name this person, and how many. */
async function rowsAbout(id: string): Promise<Record<string, number>> {
  const { rows } = await databasePool().query<{ table: string }>(
    `SELECT table_name AS table FROM information_schema.columns
      WHERE column_name = 'shopper_id' AND table_schema = 'public'`,
  );
  const found: Record<string, number> = {};
  for (const { table } of rows) {
    const { rowCount } = await databasePool().query(`SELECT FROM ${table} WHERE shopper_id = $1`, [
      id,
    ]);
    if (rowCount) found[table] = rowCount;
  }
  return found;
}

it('is refused for another password, and while money is held', async () => {
  expect(await close(MINA, 'not the password')).toMatchObject({ code: 'wrong-password' });
  const { order, paid } = await paidBy(mina);
  value(paid);
  const before = await balance(MINA);
  expect(await close()).toEqual({ ok: false, code: 'payment-open' });
  expect(await balance(MINA)).toEqual(before);
  expect(await findShopperByPhone(mina.phone)).not.toBeNull();
  value(await acceptOrder(STAFF, order.id, {}));
});

it('of fifty closings and payments at once, the books stay right and nothing is held after', async () => {
  const { order, payment, paid } = await paidBy(otto);
  value(paid);
  value(await acceptOrder(STAFF, order.id, {}));
  const session = await startSession('shopper', OTTO.id);
  const orders = await Promise.all(Array.from({ length: 10 }, soup));
  const answers = await Promise.all([
    ...Array.from({ length: 40 }, () => close(OTTO)),
    ...orders.map((each) => payByPin(atCounter, each.payment, otto)),
  ]);
  const codes = answers.slice(0, 40).map((answer) => (answer.ok ? 'closed' : answer.code));
  // Somebody's payment may have come first: then it has to be over.
  if (!codes.includes('closed')) {
    for (const each of orders) await acceptOrder(STAFF, each.order.id, {});
    await freshBudget();
    value(await close(OTTO));
  }
  expect(codes.filter((code) => code === 'closed').length).toBeLessThanOrEqual(1);
  expect(await findShopperById(OTTO.id)).toMatchObject({
    name: '',
    passwordHash: '',
    pinHash: null,
  });
  expect(await findShopperByPhone(otto.phone)).toBeNull();
  expect(await shopperOfSession(session)).toBeNull();
  const left = await rowsAbout(OTTO.id);
  expect(Object.keys(left).filter((table) => !KEPT.includes(table))).toEqual([]);
  expect(await balance(OTTO)).toEqual(['0', '0']);

  const late = { id: newUuid(), amount: money(100, 'CNY') };
  value(await refundOrder(STAFF, order.id, late));
  expect((await balance(OTTO))[0]).toBe('100');
  await Promise.all([1, 2, 3].map(() => payOutClosed(now(), 10)));
  expect(await balance(OTTO)).toEqual(['0', '0']);
  expect(payment.id).toBeTruthy();
  await ledgerIsBalanced();
});

/** Audit that ends by itself, and orders that are books. */
const KEPT = ['challenges', 'devices', 'sessions', 'orders', 'face_changes'];

it('nothing is added to it afterwards, and the number is free for somebody', async () => {
  await expect(enrolFace(OTTO, OTTO_FACE)).rejects.toThrow(/closed/);
  expect(await deleteFace(OTTO)).toMatchObject({ code: 'no-face-enrolled' });
  expect(await setPin(OTTO, { pin: '271828', password: DEMO_PASSWORD })).toMatchObject({
    ok: false,
  });
  const again = await newcomer(otto.phone.slice(3));
  expect(again.id).not.toBe(OTTO.id);
  value(await topUpWallet(again, { id: newUuid(), amount: money(100, 'CNY') }));
  expect(await close(again, 'a long enough one')).toEqual({
    ok: true,
    value: { paidOut: { amount: '100', currency: 'CNY' } },
  });
});
