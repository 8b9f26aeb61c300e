import { expect, it, vi } from 'vitest';
import { later, now } from '../clock';
import { databasePool } from '../db/pool';
import { DEMO_RESTAURANT } from '../demo/people';
import { MINA, OTTO, openDemo, staffOf } from '../demo-store.fixture';
import { runJobs } from '../jobs/jobs';
import { SESSION_LIFE } from './session-life';
import { hashSessionId } from './session-token';
import {
  endSession,
  endSessionsOf,
  isSessionAlive,
  shopperOfSession,
  staffOfSession,
  startSession,
  onSessionEnd,
} from './sessions';

openDemo();

const LIN = staffOf(DEMO_RESTAURANT);
const HOUR_MS = 60 * 60 * 1000;
const { shopper: SHOPPER, staff: STAFF } = SESSION_LIFE;

async function countSessions(): Promise<number> {
  const { rows } = await databasePool().query<{ n: number }>(
    'SELECT count(*)::int AS n FROM sessions',
  );
  return rows[0]?.n ?? 0;
}

it('a session is its person, with the time of the password', async () => {
  const before = now();
  const id = await startSession('shopper', MINA.id);
  const mina = await shopperOfSession(id);
  expect(mina).toMatchObject({ id: MINA.id, name: MINA.name, currency: 'CNY' });
  expect(mina?.signedInAt.getTime()).toBeGreaterThanOrEqual(before.getTime());
  const used = await later(HOUR_MS, () => shopperOfSession(id));
  expect(used?.signedInAt).toEqual(mina?.signedInAt);
});

it('one audience opens nothing of the other, and a made-up id nothing at all', async () => {
  const shopper = await startSession('shopper', MINA.id);
  const staff = await startSession('staff', LIN.id);
  expect(await staffOfSession(shopper)).toBeNull();
  expect(await shopperOfSession(staff)).toBeNull();
  expect(await staffOfSession(staff)).toMatchObject({
    id: LIN.id,
    storeId: LIN.storeId,
    merchantId: LIN.merchantId,
    role: 'owner',
  });
  expect(await shopperOfSession('made up')).toBeNull();
});

it('the table holds no id that a cookie could carry', async () => {
  const id = await startSession('shopper', MINA.id);
  const { rows } = await databasePool().query('SELECT sessions::text AS line FROM sessions');
  const lines = JSON.stringify(rows);
  expect(lines).toContain(Buffer.from(hashSessionId(id)).toString('hex'));
  expect(lines).not.toContain(id);
  expect(lines).not.toContain(Buffer.from(id, 'base64url').toString('hex'));
});

it.each([
  ['shopper', MINA.id, shopperOfSession],
  ['staff', LIN.id, staffOfSession],
] as const)('a %s session in use ends with its absolute life', async (audience, subject, read) => {
  const { absoluteMs, idleMs } = SESSION_LIFE[audience];
  const id = await startSession(audience, subject);
  const step = idleMs / 2;
  for (let usedMs = step; usedMs < absoluteMs; usedMs += step) {
    expect(await later(usedMs, () => read(id)), `after ${usedMs} ms`).not.toBeNull();
    expect(await later(usedMs, () => isSessionAlive(audience, id))).toBe(true);
  }
  expect(await later(absoluteMs - 1_000, () => read(id))).not.toBeNull();
  expect(await later(absoluteMs + 1_000, () => read(id))).toBeNull();
  expect(await later(absoluteMs + 1_000, () => isSessionAlive(audience, id))).toBe(false);
  // Nor did the try prolong it.
  expect(await later(absoluteMs + 2_000, () => read(id))).toBeNull();
});

it('a session that nobody uses ends sooner', async () => {
  const phone = await startSession('shopper', MINA.id);
  const tablet = await startSession('staff', LIN.id);
  expect(await later(SHOPPER.idleMs + 1_000, () => shopperOfSession(phone))).toBeNull();
  expect(await later(STAFF.idleMs - 1_000, () => staffOfSession(tablet))).not.toBeNull();
  const afterUse = 2 * STAFF.idleMs - 2_000;
  expect(await later(afterUse, () => staffOfSession(tablet))).not.toBeNull();
  expect(await later(afterUse + STAFF.idleMs + 1_000, () => staffOfSession(tablet))).toBeNull();
});

it('fifty requests during a sign-out: whoever asks after it is nobody', async () => {
  const id = await startSession('shopper', MINA.id);
  // Late enough that each of them would prolong the session.
  await later(10 * 60_000, async () => {
    const during = Array.from({ length: 50 }, () => shopperOfSession(id));
    await endSession(id);
    const after = Array.from({ length: 50 }, () => shopperOfSession(id));
    expect(await Promise.all(after)).toEqual(Array(50).fill(null));
    await Promise.all(during);
    expect(await shopperOfSession(id)).toBeNull();
    expect(await isSessionAlive('shopper', id)).toBe(false);
  });
});

it('signs out everywhere, and nobody else', async () => {
  await endSessionsOf('shopper', MINA.id);
  const minas = await Promise.all([1, 2, 3].map(() => startSession('shopper', MINA.id)));
  const otto = await startSession('shopper', OTTO.id);
  expect(await endSessionsOf('shopper', MINA.id)).toBe(3);
  expect(await endSessionsOf('shopper', MINA.id)).toBe(0);
  expect(await Promise.all(minas.map(shopperOfSession))).toEqual([null, null, null]);
  expect(await shopperOfSession(otto)).not.toBeNull();
});

it('the database itself refuses a longer life and a second one', async () => {
  const id = await startSession('staff', LIN.id);
  const change = (set: string) =>
    databasePool().query(`UPDATE sessions SET ${set} WHERE id_hash = $1`, [hashSessionId(id)]);
  await expect(change("valid_until = valid_until + interval '1 s'")).rejects.toThrow('its life');
  await expect(change("idle_until = valid_until + interval '1 s'")).rejects.toThrow('idle');
  await expect(change(`shopper_id = '${MINA.id}', staff_id = NULL`)).rejects.toThrow();
  await endSession(id);
  await expect(change('ended_at = NULL')).rejects.toThrow('has ended');
});

it('a stream ends at the sign-out, also when it happened before it listened', async () => {
  const id = await startSession('staff', LIN.id);
  const other = vi.fn();
  const stop = onSessionEnd('staff', await startSession('staff', LIN.id), other);
  const ended = new Promise<void>((resolve) => void onSessionEnd('staff', id, resolve));
  await endSession(id);
  await ended;
  await new Promise<void>((resolve) => void onSessionEnd('staff', id, resolve));
  expect(other).not.toHaveBeenCalled();
  stop();
});

it('sessions that are over are deleted a week later, the others stay', async () => {
  await databasePool().query('DELETE FROM sessions');
  await startSession('staff', LIN.id);
  const phone = await startSession('shopper', MINA.id);
  expect(await countSessions()).toBe(2);
  const week = 7 * 24 * HOUR_MS;
  await runJobs(later(STAFF.idleMs + week + 60_000, now));
  expect(await countSessions()).toBe(1);
  expect(await shopperOfSession(phone)).not.toBeNull();
});
