import { describe, expect, it } from 'vitest';
import { signUpSchema } from '@/lib/api/shoppers';
import { newUuid } from '@/lib/ids/uuid';
import { issuePhoneCode } from '../access/phone-code';
import { codeSentTo } from '../access/sent-code.fixture';
import { databasePool } from '../db/pool';
import { insertShopper } from '../db/shoppers-store';
import { ADDRESS, openDemo, value } from '../demo-store.fixture';
import { action } from '../http/action';
import { signUp } from './sign-up';

openDemo();

const route = action('POST /api/shoppers', { body: signUpSchema, status: 201 }, (_, { body }) =>
  signUp(body, ADDRESS),
);

/** With the code that is sent to this number. */
async function withCode<A extends { readonly phone: string }>(account: A) {
  const phone = `+86${account.phone}`;
  value(await issuePhoneCode(phone, ADDRESS));
  return { ...account, code: await codeSentTo(phone) };
}

async function post(account: object): Promise<{ status: number; code: string | undefined }> {
  const request = new Request('http://shop/api/shoppers', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(account),
  });
  const response = await route(request, { params: Promise.resolve({}) });
  const { code } = (await response.json()) as { code?: string };
  return { status: response.status, code };
}

let numbers = 0;
const account = (name: string) => {
  numbers += 1;
  const phone = `1390001${String(numbers).padStart(4, '0')}`;
  return { phone, name, password: 'a long enough one', code: '123456' };
};

async function books(): Promise<{ wallets: number; shoppers: number }> {
  const { rows } = await databasePool().query<{ wallets: number; shoppers: number }>(
    `SELECT (SELECT count(*)::int FROM ledger_accounts WHERE kind = 'wallet') AS wallets,
            (SELECT count(*)::int FROM shoppers) AS shoppers`,
  );
  return rows[0] ?? { wallets: -1, shoppers: -1 };
}

async function nameOf(phone: string): Promise<string | undefined> {
  const { rows } = await databasePool().query<{ name: string }>(
    'SELECT name FROM shoppers WHERE phone = $1',
    [`+86${phone}`],
  );
  return rows[0]?.name;
}

describe('signing up', () => {
  it.each([
    ['NUL in the name', { ...account('Mi\u0000na') }],
    ['NUL alone', { ...account('\u0000') }],
    ['NUL in the password', { ...account('Mina'), password: 'a long enough \u0000ne' }],
    ['NUL in the number', { ...account('Mina'), phone: '1390001\u00009999' }],
    ['NUL in a field that we do not know', { ...account('Mina'), 'x\u0000': 1 }],
    ['half a surrogate pair', { ...account('Mina \ud83d') }],
    ['a name that cannot be seen', account('\u200b\u202e\u3164')],
    ['a tower of marks', account(`Z${'\u0323'.repeat(50)}`)],
    ['a name too long', account('娜'.repeat(61))],
  ])('is refused, and leaves nothing behind: %s', async (_, body) => {
    const before = await books();
    expect(await post(body)).toEqual({ status: 400, code: 'invalid-request' });
    expect(await books()).toEqual(before);
  });

  it('keeps the name as it may be shown', async () => {
    const body = await withCode(account('  \u202eJose\u0301\u202c \t Larsen\u0007\u200f '));
    expect(await post(body)).toMatchObject({ status: 201 });
    expect(await nameOf(body.phone)).toBe('José Larsen');
  });

  it('fifty at once with one number make one account and one wallet', async () => {
    const body = signUpSchema.parse(await withCode(account('Ida Holm')));
    const before = await books();
    const answers = await Promise.all(Array.from({ length: 50 }, () => signUp(body, ADDRESS)));
    // Who finds the queue of hashes full, or no room for another guess, is asked to come back.
    const codes = new Set(answers.map((answer) => (answer.ok ? 'ok' : answer.code)));
    expect(codes).toContain('ok');
    const known = ['ok', 'number-has-account', 'busy', 'rate-limited'];
    expect([...codes].filter((code) => !known.includes(code))).toEqual([]);
    const { wallets, shoppers } = await books();
    expect([wallets - before.wallets, shoppers - before.shoppers]).toEqual([1, 1]);
  });

  it('opens the wallet with the account, or neither', async () => {
    const before = await books();
    const shopper = {
      id: newUuid(),
      phone: '+8613900017777',
      name: 'Ida',
      passwordHash: 'none',
      currency: 'XXX' as 'CNY', // the ledger knows no such currency
      createdAt: new Date(),
      phoneProvenAt: null,
    };
    await expect(insertShopper(shopper)).rejects.toThrow('ledger_accounts');
    expect(await books()).toEqual(before);
    // The number is still free.
    const body = signUpSchema.parse(await withCode({ ...account('Ida'), phone: '13900017777' }));
    const { phone } = value(await signUp(body, ADDRESS));
    const { rowCount } = await databasePool().query(
      `SELECT FROM ledger_accounts JOIN shoppers ON shoppers.id = owner_id
        WHERE phone = $1 AND kind = 'wallet'`,
      [phone],
    );
    expect(rowCount).toBe(1);
  });
});
