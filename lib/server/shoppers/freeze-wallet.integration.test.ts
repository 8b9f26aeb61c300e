import { beforeEach, expect, it } from 'vitest';
import { later, now } from '../clock';
import { findShopperById, findRegulars } from '../db/shoppers-store';
import { DEMO_PASSWORD, DEMO_RESTAURANT } from '../demo/people';
import {
  MINA,
  MINA_FACE,
  atCounter,
  balance,
  freshBudget,
  mina,
  openDemo,
  payByPin,
  smile,
  soup,
  value,
} from '../demo-store.fixture';
import { freezeWallet } from './freeze-wallet';
import { unfreezeWallet } from './unfreeze-wallet';
import { readProfile } from './read-profile';

openDemo();
beforeEach(freshBudget);
beforeEach(async () => void (await unfreezeWallet(MINA, { password: DEMO_PASSWORD })));

const byPin = async () => {
  const { payment } = await soup();
  return payByPin(atCounter, payment, { phone: mina.phone, pin: mina.pin });
};
const bySmile = async () => smile(atCounter, (await soup()).payment.id, MINA_FACE, mina.phone);

it('nothing is paid from a frozen wallet, by whatever means, and all of it after', async () => {
  value(await freezeWallet(MINA));
  const before = await balance(MINA);
  expect([await byPin(), await bySmile()]).toMatchObject([
    { code: 'account-frozen' },
    { code: 'account-frozen' },
  ]);
  expect(await balance(MINA)).toEqual(before);
  expect(
    await findRegulars(DEMO_RESTAURANT.storeId, mina.phone.slice(-4), new Date(0), 20),
  ).toEqual([]);
  value(await unfreezeWallet(MINA, { password: DEMO_PASSWORD }));
  expect([await byPin(), await bySmile()]).toMatchObject([{ ok: true }, { ok: true }]);
});

it('says since when, and the first tap counts', async () => {
  value(await freezeWallet(MINA));
  const { frozenAt } = value(await readProfile(MINA));
  expect(Date.parse(frozenAt ?? '')).toBeLessThanOrEqual(now().getTime());
  value(await later(60_000, () => freezeWallet(MINA)));
  expect(value(await readProfile(MINA)).frozenAt).toBe(frozenAt);
});

it('stays frozen for whoever does not know the password, who must then wait', async () => {
  value(await freezeWallet(MINA));
  const guesses = Array.from({ length: 30 }, (_, i) => ({ password: `not this one ${i}` }));
  const codes: string[] = [];
  for (const guess of guesses) {
    const refusal = await unfreezeWallet(MINA, guess);
    codes.push(refusal.ok ? 'ok' : refusal.code);
  }
  expect(codes[0]).toBe('wrong-password');
  expect(codes.at(-1)).toBe('rate-limited');
  expect((await findShopperById(MINA.id))?.frozenAt).not.toBeNull();
});
