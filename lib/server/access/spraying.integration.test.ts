import { beforeEach, expect, it } from 'vitest';
import { LIMITS } from '@/lib/access/limits';
import { checkSignIn } from './sign-in';
import { later, now } from '../clock';
import { databasePool } from '../db/pool';
import { DEMO_PASSWORD, DEMO_RESTAURANT } from '../demo/people';
import {
  ADDRESS,
  MINA,
  MINA_FACE,
  atCounter,
  freshBudget,
  mina,
  openDemo,
  payByPin,
  otto,
  smile,
  soup,
  staffOf,
  terminal,
  value,
} from '../demo-store.fixture';
import { dispatchDue } from '../events/dispatcher';
import { SUBSCRIBERS } from '../events/subscribers';
import { readNotices } from '../shoppers/read-notices';
import { readBoard } from '../orders/read-board';

const MINUTE_MS = 60_000;
const PIN = '736451';
const staff = staffOf(DEMO_RESTAURANT);

openDemo();
beforeEach(async () => {
  await freshBudget();
  await databasePool().query('DELETE FROM outbox');
  await databasePool().query('DELETE FROM notices');
});

const number = (i: number) => `+861390001${String(i).padStart(4, '0')}`;

async function alarms() {
  return value(await readBoard(staff)).alarms;
}

async function news() {
  await later(MINUTE_MS, () => dispatchDue(SUBSCRIBERS, now()));
  return value(await readNotices(MINA)).notices;
}

const codesOf = (answers: readonly { ok: boolean; code?: string }[]) =>
  answers.map((answer) => (answer.ok ? 'ok' : answer.code));

it('one PIN over forty numbers at a terminal is stopped, at once or in turn, with one alarm', async () => {
  let { payment } = await soup();
  const pay = (phone: string, pin = PIN) => payByPin(atCounter, payment, { phone, pin });
  const [{ attemptsMax: judged }] = LIMITS['pin:terminal'].limits;
  for (const atOnce of [true, false]) {
    await freshBudget();
    ({ payment } = await soup());
    const answers = [];
    if (atOnce)
      answers.push(...(await Promise.all(Array.from({ length: 40 }, (_, i) => pay(number(i))))));
    else for (let i = 0; i < 40; i++) answers.push(await pay(number(i)));
    const codes = codesOf(answers);
    expect(codes.filter((code) => code === 'pin-refused')).toHaveLength(judged);
    expect(codes.filter((code) => code === 'pin-locked')).toHaveLength(40 - judged);
    expect(await alarms()).toMatchObject([{ cause: 'pins', terminalName: terminal.name }]);
    expect(await pay(otto.phone, otto.pin)).toMatchObject({ code: 'pin-locked' });
  }
  // The smile needs no PIN, and the terminal's rest ends; each further row makes it longer.
  value(await smile(atCounter, (await soup()).payment.id, MINA_FACE, mina.phone));
  for (let i = 0; i < 10; i++) await later(11 * MINUTE_MS, () => pay(number(i)));
  const stopped = await later(22 * MINUTE_MS, () => pay(otto.phone, otto.pin));
  expect(stopped).toMatchObject({ code: 'pin-locked' });
  ({ payment } = await later(61 * MINUTE_MS, soup));
  expect(await later(61 * MINUTE_MS, () => pay(otto.phone, otto.pin))).toMatchObject({ ok: true });
});

it('one password over forty numbers from an address is stopped', async () => {
  const from = (login: string, address: string) =>
    checkSignIn({
      audience: 'shopper',
      login,
      password: DEMO_PASSWORD,
      address,
      device: undefined,
    });
  const codes = [];
  for (let i = 0; i < 40; i++) codes.push(...codesOf([await from(number(i), ADDRESS)]));
  expect(codes.filter((code) => code === 'wrong-password')).toHaveLength(20);
  expect(codes.slice(20).every((code) => code === 'rate-limited')).toBe(true);
  expect(await from(mina.phone, ADDRESS)).toMatchObject({ code: 'rate-limited' });
  expect(await from(mina.phone, '2001:db8:0:1')).toMatchObject({ ok: true });
});

it('five wrong PINs at a counter are told to their owner and to the staff, once', async () => {
  const { payment } = await soup();
  await Promise.all(
    Array.from({ length: 30 }, () => payByPin(atCounter, payment, { phone: mina.phone, pin: PIN })),
  );
  expect(await news()).toMatchObject([
    { topic: 'pin.refused', payee: payment.payee, paymentId: null, unread: true },
  ]);
  expect(await alarms()).toMatchObject([{ cause: 'pins' }]);
});

it('five wrong passwords are told to their owner, and nobody is told of four', async () => {
  const wrong = (address: string) =>
    checkSignIn({
      audience: 'shopper',
      login: mina.phone,
      password: PIN,
      address,
      device: undefined,
    });
  for (let i = 0; i < 4; i++) await wrong(ADDRESS);
  expect(await news()).toEqual([]);
  await wrong(ADDRESS);
  expect(await news()).toMatchObject([{ topic: 'password.refused', payee: null, amount: null }]);
});
