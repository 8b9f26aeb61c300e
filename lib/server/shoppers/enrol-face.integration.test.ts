import { beforeEach, describe, expect, it } from 'vitest';
import { EMBEDDER } from '@/models/embedder/model';
import { sessionOptions } from '../access/session';
import { later, now } from '../clock';
import { databasePool } from '../db/pool';
import { findTemplates } from '../db/faces-store';
import {
  ACTING_MS,
  ADDRESS,
  MINA,
  MINA_FACE,
  act,
  deviceOf,
  enrolFace,
  freshBudget,
  onPhone,
  openDemo,
  value,
} from '../demo-store.fixture';
import { dispatchDue } from '../events/dispatcher';
import { SUBSCRIBERS } from '../events/subscribers';
import { beginEnrolment, enrol } from './enrol-face';
import { readNotices } from './notices';

const MINUTE_MS = 60_000;

openDemo();
beforeEach(freshBudget);

/** Mina, who typed her password so long ago. */
const signedIn = (agoMs: number) => ({
  ...MINA,
  signedInAt: new Date(now().getTime() - agoMs),
});

const begin = async (shopper: typeof MINA) => {
  const { id: deviceId } = await deviceOf(onPhone(MINA));
  return beginEnrolment(shopper, { deviceId, screen: 'coloured' }, ADDRESS);
};

describe('a face is enrolled', () => {
  it('only with a password typed within five minutes, when it is begun', async () => {
    expect(await begin(signedIn(5 * MINUTE_MS + 1_000))).toEqual({
      ok: false,
      code: 'sign-in-again',
    });
    expect(await begin(signedIn(5 * MINUTE_MS - 1_000))).toMatchObject({ ok: true });
  });

  it('and when the evidence comes', async () => {
    const template = async () => (await findTemplates([MINA.id], EMBEDDER.id))[0]?.id;
    const before = await template();
    const justInTime = signedIn(5 * MINUTE_MS - 1_000);
    const challenge = value(await begin(justInTime));
    const body = await act(challenge, MINA_FACE, await deviceOf(onPhone(MINA)));
    const answer = (shopper: typeof MINA) => later(ACTING_MS, () => enrol(shopper, body, ADDRESS));
    expect(await answer(justInTime)).toEqual({ ok: false, code: 'sign-in-again' });
    expect(await template()).toBe(before);
    // Nothing was spent: with the password typed, the same evidence is good.
    expect(await answer(signedIn(0))).toMatchObject({ ok: true });
    expect(await template()).not.toBe(before);
  });

  it('not when it was acted in no time, which counts for person, phone and address', async () => {
    const phone = await deviceOf(onPhone(MINA));
    const challenge = value(await begin(signedIn(0)));
    const body = await act(challenge, MINA_FACE, phone);
    expect(await enrol(signedIn(0), body, ADDRESS)).toEqual({ ok: false, code: 'try-again' });
    const { rows } = await databasePool().query<{ subject: string }>(
      "SELECT subject FROM failures WHERE subject LIKE 'face:%' ORDER BY subject",
    );
    expect(rows.map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^face:address:/),
      `face:device:${phone.id}`,
      `face:person:${MINA.id}`,
    ]);
  });

  it('and its person is told, of a changed face as of a first one', async () => {
    const told = async () => {
      await later(MINUTE_MS, () => dispatchDue(SUBSCRIBERS, now()));
      return value(await readNotices(MINA)).notices.map(({ topic }) => topic);
    };
    const before = await told();
    await enrolFace(MINA, MINA_FACE);
    expect(await told()).toEqual(['face.changed', ...before]);
    expect(before.at(-1)).toBe('face.enrolled');
  });
});

describe('a session', () => {
  type Callbacks = NonNullable<ReturnType<typeof sessionOptions>['callbacks']>;
  type Jwt = NonNullable<Callbacks['jwt']>;
  type Session = NonNullable<Callbacks['session']>;
  const callbacks = () => sessionOptions('shopper').callbacks;
  const jwt = (input: object) => callbacks()?.jwt?.(input as Parameters<Jwt>[0]);
  const session = (token: object) =>
    callbacks()?.session?.({ session: {}, token } as Parameters<Session>[0]);

  it('keeps when the password was typed, however often it is read', async () => {
    const seconds = Math.floor(now().getTime() / 1000);
    const fresh = await jwt({ token: {}, user: { id: MINA.id } });
    expect(fresh?.signedInAt).toBeGreaterThanOrEqual(seconds);
    expect(await later(60 * MINUTE_MS, () => jwt({ token: fresh }))).toEqual(fresh);
    expect(await session(fresh ?? {})).toMatchObject({ user: { signedInAt: fresh?.signedInAt } });
  });

  it('from before that was kept is an old one', async () => {
    const old = await jwt({ token: { sub: MINA.id } });
    expect(await session(old ?? {})).toMatchObject({ user: { id: MINA.id, signedInAt: 0 } });
  });
});
