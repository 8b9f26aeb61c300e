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
import { openPictures, PICTURES_KEPT_MS } from '../recognition/enrolment-pictures';
import { addEnrolmentPicture } from './enrol-face';
import { beginEnrolment } from './begin-enrolment';
import { runJobs } from '../jobs/jobs';
import { readNotices } from './read-notices';

const MINUTE_MS = 60_000;

openDemo();
beforeEach(freshBudget);

/** Mina, who typed her password so long ago. */
const signedIn = (agoMs: number) => ({
  ...MINA,
  signedInAt: new Date(now().getTime() - agoMs),
});

const begin = async (shopper: typeof MINA, anew = false) => {
  const { id: deviceId } = await deviceOf(onPhone(MINA));
  return beginEnrolment(shopper, { deviceId, screen: 'coloured', anew }, ADDRESS);
};

/** One picture of this face. */
const take = async (face: Float32Array, anew = false) => {
  const challenge = value(await begin(signedIn(0), anew));
  const body = await act(challenge, face, await deviceOf(onPhone(MINA)));
  const answer = await later(ACTING_MS, () => addEnrolmentPicture(signedIn(0), body, ADDRESS));
  return { challenge, answer };
};

const movedBy = (distance: number, at = 3) =>
  MINA_FACE.map((each, i) => (i === at ? each + distance : each));

const template = async () => (await findTemplates([MINA.id]))[0]?.id;
const { alikeMax, originalMax } = EMBEDDER.enrolment;

describe('a face is enrolled', () => {
  it('only with a password typed within five minutes, when it is begun', async () => {
    expect(await begin(signedIn(5 * MINUTE_MS + 1_000))).toEqual({
      ok: false,
      code: 'sign-in-again',
    });
    expect(await begin(signedIn(5 * MINUTE_MS - 1_000))).toMatchObject({ ok: true });
  });

  it('and when the evidence comes', async () => {
    const justInTime = signedIn(5 * MINUTE_MS - 1_000);
    const challenge = value(await begin(justInTime, true));
    const body = await act(challenge, MINA_FACE, await deviceOf(onPhone(MINA)));
    const answer = (shopper: typeof MINA) =>
      later(ACTING_MS, () => addEnrolmentPicture(shopper, body, ADDRESS));
    expect(await answer(justInTime)).toEqual({ ok: false, code: 'sign-in-again' });
    expect(await openPictures(MINA.id)).toEqual([]);
    // Nothing was spent: with the password typed, the same evidence is good.
    expect(await answer(signedIn(0))).toMatchObject({ ok: true });
    expect(await openPictures(MINA.id)).toHaveLength(1);
  });

  it('not when it was acted in no time, which counts for person, phone and address', async () => {
    const phone = await deviceOf(onPhone(MINA));
    const challenge = value(await begin(signedIn(0)));
    const body = await act(challenge, MINA_FACE, phone);
    expect(await addEnrolmentPicture(signedIn(0), body, ADDRESS)).toEqual({
      ok: false,
      code: 'try-again',
    });
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

describe('an enrolment', () => {
  it('is complete with three pictures that differ, the first of which asks for most', async () => {
    const before = await template();
    const first = await take(MINA_FACE, true);
    expect(first.challenge.steps).toHaveLength(4);
    expect(first.answer).toMatchObject({ value: { kind: 'unfinished', missing: 2, alike: false } });
    const second = await take(movedBy(2 * alikeMax));
    expect(second.challenge.steps).toHaveLength(2);
    expect(second.answer).toMatchObject({ value: { missing: 1, alike: false } });
    expect(await template()).toBe(before);
    expect((await take(movedBy(-2 * alikeMax))).answer).toMatchObject({
      value: { kind: 'complete', modelId: EMBEDDER.id },
    });
    expect(await template()).not.toBe(before);
    expect(await openPictures(MINA.id)).toEqual([]);
  });

  it('asks for a fourth picture when two are alike, and for no fifth', async () => {
    await take(MINA_FACE, true);
    const alike = { kind: 'unfinished', missing: 1, alike: true };
    expect((await take(MINA_FACE)).answer).toMatchObject({ value: alike });
    expect((await take(MINA_FACE)).answer).toMatchObject({ value: alike });
    expect((await take(MINA_FACE)).answer).toMatchObject({ value: { kind: 'complete' } });
  });

  it('takes no picture of another face', async () => {
    await take(MINA_FACE, true);
    const other = await take(movedBy(originalMax + 0.02));
    expect(other.answer).toEqual({ ok: false, code: 'try-again' });
    expect(await openPictures(MINA.id)).toHaveLength(1);
    expect((await take(movedBy(originalMax - 0.02))).answer).toMatchObject({ ok: true });
  });

  it('begins anew when asked to, or after half an hour', async () => {
    await take(MINA_FACE, true);
    await take(movedBy(2 * alikeMax));
    await take(MINA_FACE, true);
    expect(await openPictures(MINA.id)).toHaveLength(1);
    const late = now().getTime() + PICTURES_KEPT_MS + MINUTE_MS;
    await runJobs(new Date(late));
    expect(await openPictures(MINA.id)).toEqual([]);
  });

  it('keeps each picture once when several come at once', async () => {
    await take(MINA_FACE, true);
    const device = await deviceOf(onPhone(MINA));
    const bodies = await Promise.all(
      [1, 2, 3, 4, 5].map(async (i) => {
        const challenge = value(await begin(signedIn(0)));
        return act(challenge, movedBy(2 * alikeMax, 4 + i), device);
      }),
    );
    const answers = await later(ACTING_MS, () =>
      Promise.all(
        [...bodies, ...bodies].map((body) => addEnrolmentPicture(signedIn(0), body, ADDRESS)),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(bodies.length);
    expect(await template()).toBeDefined();
  });
});
