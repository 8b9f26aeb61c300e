import { beforeEach, describe, expect, it } from 'vitest';
import { later, now } from '../clock';
import { databasePool } from '../db/pool';
import { ADDRESS, freshBudget, mina, openDemo } from '../demo-store.fixture';
import { runJobs } from '../jobs/jobs';
import { CODE_LIFETIME_MS, issuePhoneCode, provePhone } from './phone-code';
import { codeSentTo } from './sent-code.fixture';

const NUMBER = '+8613900008801';
const OTHER = '+8613900008802';

openDemo();
beforeEach(async () => {
  await freshBudget();
  await databasePool().query('DELETE FROM phone_codes');
});

async function sent(phone: string): Promise<string> {
  expect(await issuePhoneCode(phone, ADDRESS)).toEqual({ ok: true, value: undefined });
  return codeSentTo(phone);
}

const other = (code: string, by = 1) => String((Number(code) + by) % 1_000_000).padStart(6, '0');
const REFUSED = { ok: false, code: 'phone-code-refused' };
const RIGHT = { ok: true, value: undefined };

describe('a code that was sent to a number', () => {
  it('proves that number, also when it is typed twice', async () => {
    const code = await sent(NUMBER);
    expect(await provePhone(NUMBER, code, ADDRESS)).toEqual(RIGHT);
    expect(await provePhone(NUMBER, code, ADDRESS)).toEqual(RIGHT);
  });

  it('proves no other number, and nothing when another came after it or it is old', async () => {
    const first = await sent(NUMBER);
    await sent(OTHER);
    expect(await provePhone(OTHER, first, ADDRESS)).toEqual(REFUSED);
    const second = await sent(NUMBER);
    if (second !== first) expect(await provePhone(NUMBER, first, ADDRESS)).toEqual(REFUSED);
    const late = await later(CODE_LIFETIME_MS + 1_000, () => provePhone(NUMBER, second, ADDRESS));
    expect(late).toEqual(REFUSED);
    expect(await provePhone('+8613900008899', '123456', ADDRESS)).toEqual(REFUSED);
  });

  it('is guessed five times of a hundred at once, and the right guess among the rest is lost', async () => {
    const code = await sent(NUMBER);
    const guesses = Array.from({ length: 100 }, (_, i) => (i === 60 ? code : other(code, i + 1)));
    // From many addresses, so that only the number's own limit stands.
    const answers = await Promise.all(
      guesses.map((guess, i) => provePhone(NUMBER, guess, `203.0.113.${i}`)),
    );
    const codes = answers.map((answer) => (answer.ok ? 'right' : answer.code));
    expect(codes.filter((each) => each === 'phone-code-refused').length).toBeLessThanOrEqual(5);
    expect(codes.filter((each) => each === 'rate-limited').length).toBeGreaterThanOrEqual(94);
    // The others go on.
    expect(await provePhone(OTHER, await sent(OTHER), ADDRESS)).toEqual(RIGHT);
  });

  it('is guessed thirty times from one address, whatever the numbers', async () => {
    const numbers = Array.from(
      { length: 60 },
      (_, i) => `+8613900009${String(i).padStart(3, '0')}`,
    );
    const answers = await Promise.all(
      numbers.map((number) => provePhone(number, '123456', ADDRESS)),
    );
    const judged = answers.filter((answer) => !answer.ok && answer.code === 'phone-code-refused');
    expect(judged).toHaveLength(30);
  });
});

describe('sending', () => {
  it('stops after three to one number, of fifty at once too, whoever has an account', async () => {
    for (const phone of [NUMBER, mina.phone]) {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, i) => issuePhoneCode(phone, `203.0.113.${i}`)),
      );
      expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
    }
  });

  it('leaves neither number nor code readable in the database', async () => {
    const code = await sent(NUMBER);
    for (const table of ['phone_codes', 'text_messages', 'outbox', 'attempts']) {
      const { rows } = await databasePool().query<{ row: string }>(
        `SELECT ${table}::text AS row FROM ${table}`,
      );
      const text = rows.map(({ row }) => row).join('\n');
      expect(text.includes(NUMBER) || text.includes(NUMBER.slice(3)), table).toBe(false);
      expect(new RegExp(`(?<![0-9a-f-])${code}(?![0-9a-f-])`).test(text), table).toBe(false);
    }
  });

  it('is forgotten when it is over', async () => {
    await sent(NUMBER);
    await runJobs(new Date(now().getTime() + CODE_LIFETIME_MS));
    const { rows } = await databasePool().query(
      'SELECT (SELECT count(*) FROM phone_codes) + (SELECT count(*) FROM text_messages) AS left',
    );
    expect(rows).toEqual([{ left: '0' }]);
  });
});
