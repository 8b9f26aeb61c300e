import { beforeEach, expect, it } from 'vitest';
import { verifySecret } from '../access/password';
import { issuePhoneCode } from '../access/phone-code';
import { codeSentTo } from '../access/sent-code.fixture';
import { isSessionAlive, startSession } from '../access/sessions';
import { findShopperById } from '../db/shoppers-store';
import { DEMO_PASSWORD } from '../demo/people';
import {
  ADDRESS,
  atCounter,
  freshBudget,
  MINA,
  mina,
  openDemo,
  payByPin,
  soup,
  value,
} from '../demo-store.fixture';
import { recoverAccount } from './recover-account';

openDemo();
beforeEach(freshBudget);

async function codeOf(phone: string): Promise<string> {
  value(await issuePhoneCode(phone, ADDRESS));
  return codeSentTo(phone);
}
const recover = (typed: { phone?: string; code: string; pin?: string; newPassword?: string }) =>
  recoverAccount(
    {
      ...{ phone: mina.phone, defaultCountry: 'CN', pin: mina.pin },
      ...{ newPassword: 'five quiet herons', ...typed },
    },
    ADDRESS,
  );
async function opens(password: string): Promise<boolean> {
  return verifySecret((await findShopperById(MINA.id))?.passwordHash, password);
}

it('needs the code and the PIN, and says the same of a number without an account', async () => {
  const code = await codeOf(mina.phone);
  expect(await recover({ code: code === '000000' ? '000001' : '000000' })).toMatchObject({
    code: 'phone-code-refused',
  });
  expect(await recover({ code, pin: '314159' })).toMatchObject({ code: 'pin-refused' });
  const nobody = '+8613900008888';
  expect(await recover({ phone: nobody, code: await codeOf(nobody) })).toMatchObject({
    code: 'pin-refused',
  });
  expect(await recover({ code, newPassword: 'mina larsen' })).toMatchObject({
    code: 'weak-password',
  });
  expect(await opens(DEMO_PASSWORD)).toBe(true);
});

it('of fifty guesses at once three are judged, and the PIN still pays at a counter', async () => {
  const code = await codeOf(mina.phone);
  const guesses = Array.from({ length: 50 }, (_, i) => String(400_000 + i));
  const answers = await Promise.all(guesses.map((pin) => recover({ code, pin })));
  const judged = answers.filter((answer) => !answer.ok && answer.code === 'pin-refused');
  expect(judged.length).toBeLessThanOrEqual(3);
  expect(await recover({ code })).toMatchObject({ code: 'pin-locked' });
  const { payment } = await soup();
  value(await payByPin(atCounter, payment, mina));
  expect(await opens(DEMO_PASSWORD)).toBe(true);
});

it('sets the password once, and ends all sessions', async () => {
  const code = await codeOf(mina.phone);
  const session = await startSession('shopper', MINA.id);
  const answers = await Promise.all([1, 2, 3].map(() => recover({ code })));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect([await opens('five quiet herons'), await opens(DEMO_PASSWORD)]).toEqual([true, false]);
  expect(await isSessionAlive('shopper', session)).toBe(false);
});
