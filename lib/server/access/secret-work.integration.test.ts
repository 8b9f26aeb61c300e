import { beforeEach, expect, it } from 'vitest';
import { checkSignIn } from './sign-in';
import { admitted } from './admission';
import { databasePool } from '../db/pool';
import {
  MINA_FACE,
  atCounter,
  freshBudget,
  mina,
  openDemo,
  payByPin,
  smile,
  soup,
  value,
} from '../demo-store.fixture';
import { createAccount } from '../shoppers/create-account';
import { rationed } from './limit-by-address';

openDemo();
beforeEach(freshBudget);

const STRANGERS = 150;

/** As the route of next-auth lets passwords from unknown browsers in. */
const knock = (i: number) =>
  admitted('stranger', () =>
    checkSignIn({
      audience: 'shopper',
      login: `+8613900${String(i).padStart(6, '0')}`,
      password: 'wrong',
      // Of its own each: nothing but the queue stops them.
      address: `2001:db8:0:${i.toString(16)}`,
      device: undefined,
    }),
  );

const flood = () => Promise.all(Array.from({ length: STRANGERS }, (_, i) => knock(i)));

it('a flood of passwords is turned away, and queries stay fast', async () => {
  const knocking = flood();
  const timesMs = await queryTimesUntil(knocking);
  const codes = (await knocking).map((result) => (result.ok ? 'ok' : result.code));
  const turnedAway = (await knocking).filter((result) => !result.ok && result.code === 'busy');
  expect(turnedAway[0]).toEqual({ ok: false, code: 'busy', retryAfterSeconds: 2 });
  expect(turnedAway.length).toBeGreaterThan(100);
  // Not the slowest of all: on a busy machine that one is the machine's.
  expect(timesMs.toSorted((a, b) => a - b)[Math.floor(timesMs.length * 0.95)]).toBeLessThan(200);
  // Who was turned away was not judged, and it costs nothing.
  const judged = codes.filter((code) => code === 'wrong-password').length;
  expect(judged).toBeGreaterThan(0);
  expect(judged + turnedAway.length).toBe(STRANGERS);
  const { rows } = await databasePool().query<{ count: number }>(
    "SELECT count(*)::int AS count FROM attempts WHERE subject LIKE 'password:person:%'",
  );
  expect(rows).toEqual([{ count: judged }]);
});

it('smiles and PINs go on meanwhile', async () => {
  const [first, second] = [await soup(), await soup()];
  const knocking = flood();
  value<unknown>(await payByPin(atCounter, first.payment, { phone: mina.phone, pin: mina.pin }));
  value<unknown>(await smile(atCounter, second.payment.id, MINA_FACE, mina.phone));
  await knocking;
});

it('sign-ups have a ration by address, and what found no room costs none of it', async () => {
  const account = { name: 'Ada', password: 'a long enough one' };
  const ask = (i: number) =>
    rationed('sign-up:address', '2001:db8:0:2', () =>
      createAccount({ ...account, phone: `+86139111122${10 + i}` }),
    );
  const flood = await Promise.all(Array.from({ length: 60 }, (_, i) => ask(i)));
  const made = flood.filter(({ ok }) => ok).length;
  expect(flood.filter((answer) => !answer.ok && answer.code === 'busy').length).toBeGreaterThan(30);
  for (let i = made; i < 20; i++) expect(await ask(60 + i)).toMatchObject({ ok: true });
  expect(await ask(89)).toMatchObject({ code: 'rate-limited' });
});

/** How long small queries took, in ms, one after the other until then. */
async function queryTimesUntil(end: Promise<unknown>): Promise<number[]> {
  let over = false;
  void end.then(() => (over = true));
  const timesMs: number[] = [];
  while (!over) {
    const from = performance.now();
    await databasePool().query('SELECT 1');
    timesMs.push(performance.now() - from);
  }
  return timesMs;
}
