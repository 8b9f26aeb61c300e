import { beforeEach, describe, expect, it } from 'vitest';
import { newUuid } from '@/lib/ids/uuid';
import { later } from '../clock';
import { databasePool } from '../db/pool';
import { DEMO_PASSWORD, DEMO_RESTAURANT, DEMO_SHOP } from '../demo/people';
import { ADDRESS, freshBudget, openDemo, staffOf, value } from '../demo-store.fixture';
import { listColleagues, setStaffCode } from '../staff/set-staff-code';
import { sessionOptions, type AuthAttempt } from './auth-options';
import { SESSION_LIFE } from './session-life';
import { openSession } from './session-token';
import { staffOfSession, startSession } from './sessions';
import { signInByCode } from './sign-in-by-code';

openDemo();
beforeEach(freshBudget);

const LIN = staffOf(DEMO_RESTAURANT);
const IDA = staffOf(DEMO_SHOP);
const CODE = '271828';

const at = (previousId: string | null): AuthAttempt => ({
  ...{ previousId, address: ADDRESS, cookieOf: () => undefined, client: null },
  relyingParty: { id: 'localhost', origins: [] },
});

/** One more of the restaurant's, with a code. */
async function hired(role = 'staff') {
  const { rows } = await databasePool().query<{ id: string; name: string }>(
    `INSERT INTO staff (id, store_id, email, name, password_hash, role, created_at)
     SELECT gen_random_uuid(), store_id, gen_random_uuid()::text, 'Bo', password_hash, $2, created_at
       FROM staff WHERE id = $1 RETURNING id, name`,
    [LIN.id, role],
  );
  const [bo] = rows;
  if (!bo) throw new Error('nobody was hired');
  value(await setStaffCode(bo, { code: CODE, password: DEMO_PASSWORD }));
  return bo;
}

describe('a code', () => {
  it('is set by whoever knows the password, and is no easy one', async () => {
    const bo = await hired();
    expect(await setStaffCode(bo, { code: '123456', password: DEMO_PASSWORD })).toMatchObject({
      code: 'weak-pin',
    });
    expect(await setStaffCode(bo, { code: CODE, password: 'not this one' })).toMatchObject({
      code: 'wrong-password',
    });
    expect(value(await listColleagues(LIN)).colleagues).toContainEqual({ id: bo.id, name: 'Bo' });
    expect(value(await listColleagues({ ...LIN, id: bo.id })).hasCode).toBe(true);
    expect(value(await listColleagues(IDA)).colleagues).toEqual([]);
  });

  it('takes over a tablet on which a colleague is signed in, and no other', async () => {
    const bo = await hired();
    const [lins, idas] = [await startSession('staff', LIN.id), await startSession('staff', IDA.id)];
    expect(await signInByCode(at(lins), bo.id, CODE)).toMatchObject({ ok: true });
    const refused = { code: 'sign-in-refused' };
    expect(await signInByCode(at(null), bo.id, CODE)).toMatchObject({ code: 'not-signed-in' });
    expect(await signInByCode(at('made up'), bo.id, CODE)).toMatchObject({ code: 'not-signed-in' });
    expect(await signInByCode(at(idas), bo.id, CODE)).toMatchObject(refused);
    expect(await signInByCode(at(lins), bo.id, '314159')).toMatchObject(refused);
    expect(await signInByCode(at(lins), newUuid(), CODE)).toMatchObject(refused);
    expect(await signInByCode(at(lins), LIN.id, CODE)).toMatchObject(refused);
  });

  it('is guessed five times, fifty at once, and the password is not closed by that', async () => {
    const bo = await hired();
    const lins = await startSession('staff', LIN.id);
    const guesses = await Promise.all(
      Array.from({ length: 50 }, (_, i) => signInByCode(at(lins), bo.id, String(500_000 + i))),
    );
    const codes = guesses.map((guess) => (guess.ok ? 'ok' : guess.code));
    expect(codes.filter((code) => code === 'sign-in-refused')).toHaveLength(5);
    expect(codes.filter((code) => code === 'rate-limited')).toHaveLength(45);
    expect(await signInByCode(at(lins), bo.id, CODE)).toMatchObject({ code: 'rate-limited' });
    value(await setStaffCode(bo, { code: '314159', password: DEMO_PASSWORD }));
    expect(await signInByCode(at(lins), bo.id, '314159')).toMatchObject({ ok: true });
  });

  it('of somebody who was removed opens nothing', async () => {
    const bo = await hired();
    const lins = await startSession('staff', LIN.id);
    await databasePool().query('DELETE FROM staff WHERE id = $1', [bo.id]);
    expect(await signInByCode(at(lins), bo.id, CODE)).toMatchObject({ code: 'sign-in-refused' });
  });
});

describe('the session after it', () => {
  it('is whoever took over, with their own role, and the one before has ended', async () => {
    const bo = await hired('manager');
    const lins = await startSession('staff', LIN.id);
    const bos = await takenOver(lins, bo.id);
    expect(await staffOfSession(bos)).toMatchObject({ id: bo.id, role: 'manager' });
    expect(await staffOfSession(lins)).toBeNull();
  });

  it('lives no longer than the one before would have', async () => {
    const bo = await hired();
    const lins = await startSession('staff', LIN.id);
    const { absoluteMs, idleMs } = SESSION_LIFE.staff;
    const halfMs = idleMs - 60_000;
    const bos = await later(halfMs, () => takenOver(lins, bo.id));
    const [before] = await databasePool()
      .query<{ same: boolean }>(
        `SELECT count(DISTINCT valid_until) = 1 AS same FROM sessions
          WHERE staff_id IN ($1, $2) AND signed_in_at > now() - interval '1 minute'
            AND id_hash IN (SELECT id_hash FROM sessions ORDER BY signed_in_at DESC LIMIT 2)`,
        [bo.id, LIN.id],
      )
      .then(({ rows }) => rows);
    expect(before?.same).toBe(true);
    expect(await later(absoluteMs + 1_000, () => staffOfSession(bos))).toBeNull();
  });
});

/** As next-auth does it: checks the code, then makes the session's cookie. */
async function takenOver(previousId: string, memberId: string): Promise<string> {
  const attempt = at(previousId);
  const { id } = value(await signInByCode(attempt, memberId, CODE));
  const { callbacks, jwt } = sessionOptions('staff', attempt);
  const token = await callbacks?.jwt?.({ user: { id } } as never);
  const cookie = await jwt?.encode?.({ token } as never);
  return (await openSession('staff', cookie ?? '')) ?? '';
}
