import { beforeEach, expect, it } from 'vitest';
import { codeSentTo } from '../access/sent-code.fixture';
import { issuePhoneCode } from '../access/phone-code';
import { shopperOfSession, startSession } from '../access/sessions';
import { databasePool } from '../db/pool';
import {
  ADDRESS,
  enrolFace,
  freshBudget,
  MINA,
  MINA_FACE,
  mina,
  openDemo,
  value,
} from '../demo-store.fixture';
import { helpWithLostPhone } from './help-with-lost-phone';
import { readProfile } from './read-profile';

openDemo();
beforeEach(freshBudget);
beforeEach(() => databasePool().query('UPDATE shoppers SET frozen_at = NULL'));

const NOBODY = '+8613900009999';
const codeTo = async (phone: string) => {
  value(await issuePhoneCode(phone, ADDRESS));
  return codeSentTo(phone);
};
const help = (phone: string, code: string, wish: 'freeze' | 'delete-face' = 'freeze') =>
  helpWithLostPhone({ phone, code, wish, defaultCountry: 'CN' }, ADDRESS);

it('freezes the wallet and signs out every phone, for the code that came to the number', async () => {
  const session = await startSession('shopper', MINA.id);
  const code = await codeTo(mina.phone);
  value(await help(mina.phone, code));
  expect(value(await readProfile(MINA)).frozenAt).not.toBeNull();
  expect(await shopperOfSession(session)).toBeNull();
  expect(value(await readProfile(MINA)).face).not.toBeNull();
});

it('deletes the face too when asked, of fifty at once, and as often as it is asked', async () => {
  const code = await codeTo(mina.phone);
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => help(mina.phone, code, 'delete-face')),
  );
  expect(answers.some(({ ok }) => ok)).toBe(true);
  // A right code among many at once waits like any guess.
  expect(answers.every((answer) => answer.ok || answer.code === 'rate-limited')).toBe(true);
  expect(value(await readProfile(MINA)).face).toBeNull();
  const { rows } = await databasePool().query('SELECT FROM face_deletions WHERE shopper_id = $1', [
    MINA.id,
  ]);
  expect(rows).toHaveLength(1);
  await enrolFace(MINA, MINA_FACE);
});

it('says the same of a number without an account', async () => {
  const code = await codeTo(NOBODY);
  expect(await help(NOBODY, code)).toEqual(await help(mina.phone, await codeTo(mina.phone)));
  const wrong = code === '000000' ? '000001' : '000000';
  expect(await help(NOBODY, wrong)).toEqual(await help(mina.phone, wrong));
});

it('does nothing for a wrong code, however many are tried at once', async () => {
  const code = await codeTo(mina.phone);
  const wrong = Array.from({ length: 50 }, (_, i) => String(100_000 + i)).filter(
    (digits) => digits !== code,
  );
  const answers = await Promise.all(wrong.map((digits) => help(mina.phone, digits)));
  expect(answers.some(({ ok }) => ok)).toBe(false);
  expect(answers.some((answer) => !answer.ok && answer.code === 'rate-limited')).toBe(true);
  expect(value(await readProfile(MINA)).frozenAt).toBeNull();
});
