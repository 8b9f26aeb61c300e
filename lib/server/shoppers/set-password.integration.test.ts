import { beforeEach, expect, it } from 'vitest';
import { verifySecret } from '../access/password';
import { endSessionsOf, isSessionAlive, startSession } from '../access/sessions';
import { databasePool } from '../db/pool';
import { findShopperById } from '../db/shoppers-store';
import { DEMO_PASSWORD } from '../demo/people';
import { freshBudget, MINA, mina, openDemo, OTTO, value } from '../demo-store.fixture';
import { endOtherSessions } from '../access/session-list';
import { setPassword } from './set-password';

openDemo();
beforeEach(freshBudget);

const change = (newPassword: string, password = DEMO_PASSWORD, session: string | null = null) =>
  setPassword(MINA, { password, newPassword }, session);

async function opens(password: string): Promise<boolean> {
  const shopper = await findShopperById(MINA.id);
  return verifySecret(shopper?.passwordHash, password);
}

it.each([
  ['her number', `my ${mina.phone.slice(-11)}`],
  ['her name', 'mina larsen'],
  ['a row', '12345678901'],
])('%s is no password', async (_, newPassword) => {
  expect(await change(newPassword)).toEqual({ ok: false, code: 'weak-password' });
  expect(await opens(DEMO_PASSWORD)).toBe(true);
});

it('of fifty at once one is set, whichever it is, and the old one opens nothing', async () => {
  const wishes = Array.from({ length: 50 }, (_, i) => `a long secret, number ${i}`);
  const answers = await Promise.all(wishes.map((wish) => change(wish)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const set = wishes[answers.findIndex(({ ok }) => ok)] ?? '';
  expect([await opens(set), await opens(DEMO_PASSWORD)]).toEqual([true, false]);
  await freshBudget();
  value(await change(DEMO_PASSWORD, set));
});

it('ends all sessions but the one that asked, and nobody else’s; the owner is told', async () => {
  const own = await startSession('shopper', MINA.id);
  const others = [await startSession('shopper', MINA.id), await startSession('shopper', MINA.id)];
  const ottos = await startSession('shopper', OTTO.id);
  const alive = () =>
    Promise.all([own, ...others, ottos].map((id) => isSessionAlive('shopper', id)));
  expect(await change(DEMO_PASSWORD, 'not the password', own)).toMatchObject({
    code: 'wrong-password',
  });
  expect(await alive()).toEqual([true, true, true, true]);
  value(await change(DEMO_PASSWORD, DEMO_PASSWORD, own));
  expect(await alive()).toEqual([true, false, false, true]);
  const { rowCount } = await databasePool().query(
    `SELECT FROM outbox WHERE topic = 'password.changed' AND payload->>'shopperId' = $1`,
    [MINA.id],
  );
  expect(rowCount).toBeGreaterThan(0);
});

it('all others are signed out with one tap, once', async () => {
  await endSessionsOf('shopper', MINA.id);
  const [own, other] = [
    await startSession('shopper', MINA.id),
    await startSession('shopper', MINA.id),
  ];
  const ended = await Promise.all(
    [1, 2, 3].map(() => endOtherSessions({ audience: 'shopper', subjectId: MINA.id }, own)),
  );
  const counts = ended.map((answer) => value(answer).ended);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(await isSessionAlive('shopper', own)).toBe(true);
  expect(await isSessionAlive('shopper', other)).toBe(false);
});
