import { beforeEach, expect, it } from 'vitest';
import { issuePhoneCode } from '../access/phone-code';
import { verifySecret } from '../access/password';
import { codeSentTo } from '../access/sent-code.fixture';
import { databasePool } from '../db/pool';
import { findShopperByPhone } from '../db/shoppers-store';
import { DEMO_PASSWORD } from '../demo/people';
import { ADDRESS, freshBudget, MINA, mina, openDemo, value } from '../demo-store.fixture';
import { ledgerIsBalanced } from '../ledger-is-balanced.fixture';
import { sendPhoneCode } from './send-phone-code';
import { signUp } from './sign-up';

process.env.SMILE_DEMO = '1';
openDemo();
beforeEach(freshBudget);

const account = (phone: string, code: string, password = 'a long enough one') => ({
  ...{ phone, code, password },
  defaultCountry: 'CN',
  name: 'Eve',
});

async function sent(phone: string): Promise<string> {
  value(await issuePhoneCode(phone, ADDRESS));
  return codeSentTo(phone);
}

async function countOf(table: 'shoppers' | 'ledger_accounts'): Promise<number> {
  const { rows } = await databasePool().query<{ n: number }>(
    `SELECT count(*)::int AS n FROM ${table}`,
  );
  return rows[0]?.n ?? 0;
}

it('a code is sent the same way whether or not the number has an account', async () => {
  const ask = (phone: string) => sendPhoneCode({ phone, defaultCountry: 'CN' }, ADDRESS);
  expect(await ask(mina.phone)).toEqual({ ok: true, value: { phone: mina.phone, inbox: true } });
  const unknown = '+8613900005550';
  expect(await ask(unknown)).toEqual({ ok: true, value: { phone: unknown, inbox: true } });
});

it('without its code nobody learns whether a number has an account', async () => {
  const unknown = '+8613900005550';
  const refused = { ok: false, code: 'phone-code-refused' };
  for (const phone of [mina.phone, unknown]) {
    const code = await sent(phone);
    const wrong = code === '123456' ? '654321' : '123456';
    expect(await signUp(account(phone, wrong), ADDRESS)).toEqual(refused);
  }
});

it('leaves an account that is there as it is, and nothing in the books', async () => {
  const before = [await countOf('shoppers'), await countOf('ledger_accounts')];
  const again = await signUp(account(mina.phone, await sent(mina.phone)), ADDRESS);
  expect(again).toEqual({ ok: false, code: 'number-has-account' });
  expect([await countOf('shoppers'), await countOf('ledger_accounts')]).toEqual(before);
  const still = await findShopperByPhone(mina.phone);
  expect(still).toMatchObject({ id: MINA.id, name: MINA.name });
  expect(await verifySecret(still?.passwordHash, DEMO_PASSWORD)).toBe(true);
  expect(await verifySecret(still?.passwordHash, 'a long enough one')).toBe(false);
});

it('twenty at once under one number make one account with one wallet', async () => {
  const before = [await countOf('shoppers'), await countOf('ledger_accounts')];
  const phone = '+8613900005551';
  const code = await sent(phone);
  const passwords = Array.from({ length: 20 }, (_, i) => `secret of try ${i}`);
  const answers = await Promise.all(
    passwords.map((one) => signUp(account(phone, code, one), ADDRESS)),
  );
  expect(answers.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { phone } }]);
  // Who finds the queue of hashes full, or no room for another guess, is asked to come back.
  const others = answers.flatMap((answer) => (answer.ok ? [] : [answer.code]));
  const known = ['number-has-account', 'busy', 'rate-limited'];
  expect(others.filter((each) => !known.includes(each))).toEqual([]);
  const after = [await countOf('shoppers'), await countOf('ledger_accounts')];
  expect(after).toEqual(before.map((n) => n + 1));
  const { passwordHash } = (await findShopperByPhone(phone)) ?? {};
  const fits = await Promise.all(passwords.map((one) => verifySecret(passwordHash, one)));
  expect(fits.filter(Boolean)).toHaveLength(1);
  await ledgerIsBalanced();
});
