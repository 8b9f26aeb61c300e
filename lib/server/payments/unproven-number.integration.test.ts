import { beforeEach, expect, it } from 'vitest';
import { issuePhoneCode } from '../access/phone-code';
import { codeSentTo } from '../access/sent-code.fixture';
import { databasePool } from '../db/pool';
import { proveOwnPhone } from '../shoppers/prove-own-phone';
import { readProfile } from '../shoppers/read-profile';
import {
  ADDRESS,
  atCounter,
  freshBudget,
  MINA,
  MINA_FACE,
  mina,
  onPhone,
  openDemo,
  OTTO,
  payByPin,
  paidSoup,
  smile,
  soup,
  value,
} from '../demo-store.fixture';

openDemo();
beforeEach(freshBudget);

const byFace = async (digits: string) =>
  smile(atCounter, (await soup()).payment.id, MINA_FACE, digits);
const byPin = async () =>
  payByPin(atCounter, (await soup()).payment, { phone: mina.phone, pin: mina.pin });

it('pays at no counter by any means, on the own phone as ever, and everywhere once it is proven', async () => {
  await paidSoup();
  await databasePool().query('UPDATE shoppers SET phone_proven_at = NULL WHERE id = $1', [MINA.id]);
  expect(await byFace(mina.phone)).toMatchObject({ code: 'face-unknown' });
  expect(await byFace(mina.phone.slice(-4))).toMatchObject({ code: 'face-unknown' });
  expect(await byPin()).toMatchObject({ code: 'pin-refused' });
  const { payment } = await soup();
  expect(await smile(onPhone(MINA), payment.id, MINA_FACE)).toMatchObject({ ok: true });
  expect(value(await readProfile(MINA)).phoneProven).toBe(false);

  value(await issuePhoneCode(mina.phone, ADDRESS));
  const code = await codeSentTo(mina.phone);
  // Somebody else cannot prove it for her, nor their own number with it.
  expect(await proveOwnPhone(OTTO, { code }, ADDRESS)).toMatchObject({
    code: 'phone-code-refused',
  });
  value(await proveOwnPhone(MINA, { code }, ADDRESS));
  expect(value(await readProfile(MINA)).phoneProven).toBe(true);
  await freshBudget();
  expect(await byFace(mina.phone)).toMatchObject({ ok: true });
  expect(await byFace(mina.phone.slice(-4))).toMatchObject({ ok: true });
  expect(await byPin()).toMatchObject({ ok: true });
});
