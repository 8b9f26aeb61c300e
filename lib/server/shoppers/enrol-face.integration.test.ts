import { beforeEach, describe, expect, it } from 'vitest';
import { EMBEDDER } from '@/models/embedder/model';
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
      "SELECT subject FROM attempts WHERE subject LIKE 'face:%' ORDER BY subject",
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
