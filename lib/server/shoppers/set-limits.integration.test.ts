import { beforeEach, describe, expect, it } from 'vitest';
import type { LimitsView } from '@/lib/api/limits';
import { money } from '@/lib/money/money';
import { atTime, now } from '../clock';
import { databasePool } from '../db/pool';
import { DEMO_PASSWORD } from '../demo/people';
import {
  ACTING_MS,
  enrolFace,
  freshBudget,
  MINA,
  MINA_FACE,
  openDemo,
  OTTO,
  value,
} from '../demo-store.fixture';
import type { Result } from '../result';
import { readLimits } from './read-limits';
import { setLimits } from './set-limits';

const DAY_MS = 86_400_000;
const yuan = (amount: number) => money(amount * 100, 'CNY');
const limits = (perPayment: number, perDay: number, smallOnly = false) => ({
  ...{ perPayment: yuan(perPayment), perDay: yuan(perDay), smallOnly },
});
const password = DEMO_PASSWORD;

openDemo();
beforeEach(async () => {
  await freshBudget();
  await databasePool().query('DELETE FROM face_limits');
  await databasePool().query(`DELETE FROM outbox WHERE topic = 'limits.raised'`);
});

/** For one payment and for a day, in yuan. */
function shown({ perPayment, perDay, smallOnly }: LimitsView['current']) {
  const [one, all] = [perPayment, perDay].map(({ amount }) => Number(amount) / 100);
  return smallOnly ? ['small', all] : [one, all];
}

const current = async () => shown(value(await readLimits(MINA)).current);
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.code);

async function told(): Promise<unknown[]> {
  const { rows } = await databasePool().query<{ id: string }>(
    `SELECT payload->>'shopperId' AS id FROM outbox WHERE topic = 'limits.raised'`,
  );
  return rows.map(({ id }) => id);
}

describe('the own limits', () => {
  it('are those of the currency at first, with what is left to a new face', async () => {
    await enrolFace(MINA, MINA_FACE);
    const view = value(await readLimits(MINA));
    expect(shown(view.current)).toEqual([500, 2000]);
    expect(view).toMatchObject({
      next: null,
      paid: { amount: '0', currency: 'CNY' },
      newFace: { perPayment: { amount: '20000' }, perDay: { amount: '50000' } },
    });
    const until = Date.parse(view.newFace?.until ?? '');
    expect(until - now().getTime()).toBeLessThanOrEqual(DAY_MS + ACTING_MS);
    const then = await atTime(new Date(until), () => readLimits(MINA));
    expect(value(then).newFace).toBeNull();
    const lowered = value(await setLimits(MINA, limits(100, 2000)));
    expect(lowered.newFace).toMatchObject({
      ...{ perPayment: { amount: '10000' }, perDay: { amount: '50000' } },
    });
    expect(value(await setLimits(MINA, limits(100, 500))).newFace).toBeNull();
  });

  it('are lowered at once, without a password, and nobody is told', async () => {
    const view = value(await setLimits(MINA, limits(100, 300)));
    expect(shown(view.current)).toEqual([100, 300]);
    expect(view.next).toBeNull();
    expect(shown(value(await setLimits(MINA, limits(100, 300, true))).current)).toEqual([
      ...['small', 300],
    ]);
    expect(await told()).toEqual([]);
    expect(shown(value(await readLimits(OTTO)).current)).toEqual([500, 2000]);
  });

  it('are raised with the password only, after a day, and their owner reads of it', async () => {
    value(await setLimits(MINA, limits(100, 300)));
    expect(await setLimits(MINA, limits(101, 300))).toMatchObject({ code: 'password-needed' });
    expect(
      await setLimits(MINA, { ...limits(101, 300), password: 'not the password' }),
    ).toMatchObject({ code: 'wrong-password' });
    expect(value(await readLimits(MINA)).next).toBeNull();

    const raised = value(await setLimits(MINA, { ...limits(800, 200), password }));
    expect(shown(raised.current)).toEqual([100, 200]);
    expect(raised.next && shown(raised.next)).toEqual([800, 200]);
    expect(await told()).toEqual([MINA.id]);

    const from = new Date(raised.next?.from ?? '');
    expect(from.getTime() - now().getTime()).toBeGreaterThan(DAY_MS - 60_000);
    const before = new Date(from.getTime() - 1);
    expect(await atTime(before, current)).toEqual([100, 200]);
    expect(await atTime(from, current)).toEqual([800, 200]);
  });

  it('take a raise back without a password, for good', async () => {
    value(await setLimits(MINA, { ...limits(800, 2000), password }));
    value(await setLimits(MINA, limits(500, 2000)));
    expect(await atTime(new Date(now().getTime() + 2 * DAY_MS), current)).toEqual([500, 2000]);
    expect(await setLimits(MINA, limits(800, 2000))).toMatchObject({ code: 'password-needed' });
  });

  it.each([
    ['more than anybody may allow', limits(2001, 2000)],
    ['more in a day than anybody may allow', limits(500, 10_001)],
    ['another currency', { ...limits(1, 1), perDay: money(100, 'EUR') }],
  ])('are not %s', async (_, wanted) => {
    const answer = await setLimits(MINA, { ...wanted, password });
    expect(answer).toMatchObject({ code: 'amount-out-of-range' });
    expect(await current()).toEqual([500, 2000]);
  });

  it('may be nothing at all: then every smile needs the PIN', async () => {
    expect(shown(value(await setLimits(MINA, limits(0, 0))).current)).toEqual([0, 0]);
  });

  it('end at the lowest of fifty at once, and none of them raises', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => setLimits(MINA, limits(100 + i, 2000))),
    );
    expect(new Set(answers.map(codeOf))).toEqual(new Set(['ok', 'password-needed']));
    expect(await current()).toEqual([100, 2000]);
    expect(await told()).toEqual([]);
  });

  it('of five wrong passwords no more are tried', async () => {
    const wanted = limits(800, 2000);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        setLimits(MINA, { ...wanted, password: i === 19 ? password : `wrong password ${i}` }),
      ),
    );
    const codes = answers.map(codeOf);
    expect(codes.filter((code) => code === 'wrong-password').length).toBeLessThanOrEqual(5);
    expect(codes.filter((code) => code === 'rate-limited').length).toBeGreaterThanOrEqual(14);
  });
});
