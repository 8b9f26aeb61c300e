import { expect, it } from 'vitest';
import { verifySecret } from '../access/password';
import { databasePool } from '../db/pool';
import { findShopperByPhone } from '../db/shoppers-store';
import { DEMO_PASSWORD } from '../demo/people';
import { MINA, mina, openDemo, value } from '../demo-store.fixture';
import { ledgerIsBalanced } from '../ledger-is-balanced.fixture';
import { signUp } from './sign-up';

openDemo();

const account = (phone: string, password = 'a long enough one') => ({
  phone,
  defaultCountry: 'CN',
  name: 'Eve',
  password,
});

async function countOf(table: 'shoppers' | 'ledger_accounts'): Promise<number> {
  const { rows } = await databasePool().query<{ n: number }>(
    `SELECT count(*)::int AS n FROM ${table}`,
  );
  return rows[0]?.n ?? 0;
}

it('answers the same whether or not the number has an account', async () => {
  expect(await signUp(account(mina.phone))).toEqual({ ok: true, value: { phone: mina.phone } });
  const unknown = '+8613900005550';
  expect(await signUp(account(unknown))).toEqual({ ok: true, value: { phone: unknown } });
});

it('leaves an account that is there as it is, and nothing in the books', async () => {
  const before = [await countOf('shoppers'), await countOf('ledger_accounts')];
  value(await signUp(account(mina.phone)));
  expect([await countOf('shoppers'), await countOf('ledger_accounts')]).toEqual(before);
  const still = await findShopperByPhone(mina.phone);
  expect(still).toMatchObject({ id: MINA.id, name: MINA.name });
  expect(await verifySecret(still?.passwordHash, DEMO_PASSWORD)).toBe(true);
  expect(await verifySecret(still?.passwordHash, 'a long enough one')).toBe(false);
});

it('twenty at once under one number make one account with one wallet', async () => {
  const before = [await countOf('shoppers'), await countOf('ledger_accounts')];
  const phone = '+8613900005551';
  const passwords = Array.from({ length: 20 }, (_, i) => `secret of try ${i}`);
  const answers = await Promise.all(passwords.map((one) => signUp(account(phone, one))));
  // Who finds the queue of hashes full is asked to come back.
  const admitted = answers.filter((answer) => answer.ok || answer.code !== 'busy');
  expect(new Set(admitted.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([JSON.stringify({ ok: true, value: { phone } })]),
  );
  const after = [await countOf('shoppers'), await countOf('ledger_accounts')];
  expect(after).toEqual(before.map((n) => n + 1));
  const { passwordHash } = (await findShopperByPhone(phone)) ?? {};
  const fits = await Promise.all(passwords.map((one) => verifySecret(passwordHash, one)));
  expect(fits.filter(Boolean)).toHaveLength(1);
  await ledgerIsBalanced();
});

it('takes the time of a password’s hash for both', async () => {
  const ms = async (phone: string) => {
    const times: number[] = [];
    for (let i = 0; i < 7; i += 1) {
      const from = performance.now();
      value(await signUp(account(phone.replace('*', String(i)))));
      times.push(performance.now() - from);
    }
    return Math.min(...times);
  };
  const [known, unknown] = [await ms(mina.phone), await ms('+861390000556*')];
  // Within a statement of the database; without the hash a known number is ten times faster.
  expect(known / unknown).toBeGreaterThan(0.5);
  expect(known / unknown).toBeLessThan(2);
});
