import { beforeEach, expect, it } from 'vitest';
import { issuePhoneCode } from '../access/phone-code';
import { codeSentTo } from '../access/sent-code.fixture';
import { databasePool } from '../db/pool';
import { findShopperById } from '../db/shoppers-store';
import { ADDRESS, freshBudget, MINA, mina, openDemo, otto, value } from '../demo-store.fixture';
import { changePhone } from './change-phone';

openDemo();
beforeEach(freshBudget);

const NEW = '+8613900007777';

async function codesFor(phone: string) {
  value(await issuePhoneCode(mina.phone, ADDRESS));
  value(await issuePhoneCode(phone, ADDRESS));
  return { code: await codeSentTo(phone), currentCode: await codeSentTo(mina.phone) };
}
const other = (code: string) => (code === '000000' ? '000001' : '000000');
const change = (phone: string, codes: { code: string; currentCode: string }) =>
  changePhone(MINA, { phone, defaultCountry: 'CN', ...codes }, ADDRESS);

it('needs the code of both numbers', async () => {
  const codes = await codesFor(NEW);
  for (const wrong of [
    { ...codes, code: other(codes.code) },
    { ...codes, currentCode: other(codes.currentCode) },
    { code: codes.currentCode, currentCode: codes.code },
  ]) {
    expect(await change(NEW, wrong)).toMatchObject({ code: 'phone-code-refused' });
  }
  expect((await findShopperById(MINA.id))?.phone).toBe(mina.phone);
});

it('takes nobody else’s number, and not the same one', async () => {
  expect(await change(otto.phone, await codesFor(otto.phone))).toEqual({
    ok: false,
    code: 'number-has-account',
  });
  expect(await change(mina.phone, { code: '000000', currentCode: '000000' })).toMatchObject({
    code: 'invalid-phone',
  });
});

it('of fifty at once one changes it, the account keeps its id, and its owner is told', async () => {
  const codes = await codesFor(NEW);
  const answers = await Promise.all(Array.from({ length: 50 }, () => change(NEW, codes)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await findShopperById(MINA.id)).toMatchObject({ phone: NEW, id: MINA.id });
  const { rowCount } = await databasePool().query(
    `SELECT FROM outbox WHERE topic = 'phone.changed' AND payload->>'shopperId' = $1`,
    [MINA.id],
  );
  expect(rowCount).toBe(1);
});
