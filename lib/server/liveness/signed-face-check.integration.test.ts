import { describe, expect, it } from 'vitest';
import { hashIntent, ownIntent, type Intent } from '@/lib/intents/intent';
import type { Challenge } from '@/lib/liveness/challenge';
import { newTestKey, signAs, wireOf, type TestDevice } from '@/lib/liveness/device.fixture';
import { actedEvidence } from '@/lib/liveness/evidence.fixture';
import { SIGNED_TYPES } from '@/lib/liveness/signed';
import { EMBEDDER } from '@/models/embedder/model';
import { later } from '../clock';
import { findChallenge } from '../db/challenges-store';
import {
  ACTING_MS,
  ADDRESS,
  MINA,
  MINA_FACE,
  OTTO,
  act,
  atCounter,
  challengeFor,
  deviceOf,
  mina,
  newPhone,
  onPhone,
  openDemo,
  soup,
  terminal,
  value,
} from '../demo-store.fixture';
import { forgetPhone } from '../access/own-phone';
import { authorizeByFaceCheck } from '../payments/authorize-payment';
import { beginFaceCheck } from '../payments/begin-face-check';
import { identify } from '../confirmation/identify-payer';
import { addEnrolmentPicture } from '../shoppers/enrol-face';
import { beginEnrolment } from '../shoppers/begin-enrolment';

openDemo();

const phone = onPhone(MINA);

/** A payment that Mina's phone is asked to smile for. */
async function asked() {
  const device = await newPhone(MINA);
  const { payment } = await soup();
  const challenge = value(await challengeFor(phone, payment.id, device));
  const answer = (evidence: string) =>
    later(ACTING_MS, () =>
      authorizeByFaceCheck(phone, payment.id, { challengeId: challenge.id, evidence }),
    );
  return { device, payment, challenge, answer };
}

/** Nobody moves twice in the same way. */
const wire = (challenge: Challenge) =>
  wireOf(actedEvidence(challenge, MINA_FACE, EMBEDDER.id, { phase: Math.random() * 100 }));

const signed = (challenge: Challenge, device: TestDevice, change: object = {}) =>
  signAs(SIGNED_TYPES.evidence, { ...wire(challenge), ...change }, device);

async function isUnused({ id }: Challenge): Promise<boolean> {
  return (await findChallenge(id))?.consumedAt === null;
}

describe('a challenge', () => {
  it('names the own phone that asked for it, and the counter’s terminal', async () => {
    const { challenge, device } = await asked();
    expect(challenge.deviceId).toBe(device.id);
    const { payment } = await soup();
    const counter = await beginFaceCheck(atCounter, payment.id, {
      digits: mina.phone,
      screen: 'coloured',
    });
    expect(value(counter).deviceId).toBe(terminal.deviceId);
  });

  it('is not made without a live device of whoever asks', async () => {
    const { payment } = await soup();
    const others = await newPhone(OTTO);
    const gone = await newPhone(MINA);
    value(await forgetPhone(MINA, gone.id));
    const unknown = { ok: false, code: 'device-unknown' };
    for (const deviceId of [undefined, others.id, gone.id, terminal.deviceId]) {
      const wish = { deviceId, screen: 'coloured' as const };
      expect(await beginFaceCheck(phone, payment.id, wish)).toEqual(unknown);
      expect(await beginEnrolment(MINA, wish, ADDRESS)).toEqual(unknown);
    }
  });
});

describe('evidence', () => {
  it('pays when its device signed it', async () => {
    const { challenge, device, answer } = await asked();
    expect(await answer(await signed(challenge, device))).toMatchObject({ ok: true });
  });

  it('of another device, key or type uses nothing up', async () => {
    const { challenge, device, answer } = await asked();
    const other = await newPhone(MINA);
    const stranger = { id: device.id, privateKey: (await newTestKey()).privateKey };
    const honest = await signed(challenge, device);
    const [header = '', , signature = ''] = honest.split('.');
    const edited = (await signed(challenge, device, { modelId: 'x' })).split('.')[1] ?? '';
    for (const attempt of [
      await signed(challenge, other),
      await signed(challenge, stranger),
      await signed(challenge, { ...other, id: device.id }),
      await signAs(SIGNED_TYPES.greeting, wire(challenge), device),
      `${header}.${edited}.${signature}`,
      'no signature at all',
    ]) {
      expect(await answer(attempt)).toEqual({ ok: false, code: 'challenge-unknown' });
    }
    expect(await isUnused(challenge)).toBe(true);
    expect(await answer(honest)).toMatchObject({ ok: true });
  });

  it('for another challenge, nonce, amount or payee uses nothing up', async () => {
    const { challenge, device, answer } = await asked();
    const other = (await asked()).challenge;
    const { intent } = challenge;
    for (const change of [
      { challengeId: other.id },
      { nonce: other.nonce },
      { intentHash: hashIntent(other.intent) },
      { intentHash: hashIntent({ ...intent, amount: '1' } as Intent) },
      { intentHash: hashIntent({ ...intent, payee: 'Somebody else' } as Intent) },
      { intentHash: hashIntent(ownIntent('enrolment', MINA.id, new Date())) },
    ]) {
      const refused = await answer(await signed(challenge, device, change));
      expect(refused).toEqual({ ok: false, code: 'challenge-unknown' });
    }
    expect(await isUnused(challenge)).toBe(true);
  });

  it('of another shape is called so, because its device said it', async () => {
    const { challenge, device, answer } = await asked();
    for (const change of [{ verdict: 'genuine' }, { frames: [] }, { version: 1 }]) {
      const refused = await answer(await signed(challenge, device, change));
      expect(refused).toEqual({ ok: false, code: 'invalid-request' });
    }
    expect(await isUnused(challenge)).toBe(true);
  });

  it('of a device that was revoked meanwhile is not believed', async () => {
    const { challenge, device, answer } = await asked();
    value(await forgetPhone(MINA, device.id));
    const refused = await answer(await signed(challenge, device));
    expect(refused).toEqual({ ok: false, code: 'device-unknown' });
    expect(await isUnused(challenge)).toBe(true);
  });

  it('enrols only when the own phone signed it', async () => {
    const device = await newPhone(MINA);
    const wish = { deviceId: device.id, screen: 'coloured' as const };
    const challenge = value(await beginEnrolment(MINA, wish, ADDRESS));
    const others = await act(challenge, MINA_FACE, await newPhone(OTTO));
    expect(await addEnrolmentPicture(MINA, others, ADDRESS)).toMatchObject({
      code: 'challenge-unknown',
    });
    const own = await act(challenge, MINA_FACE, device);
    expect(await later(ACTING_MS, () => addEnrolmentPicture(MINA, own, ADDRESS))).toMatchObject({
      ok: true,
    });
  });
});

describe('a greeting', () => {
  it('is heard from the terminal alone, and as nothing but a greeting', async () => {
    const { payment } = await soup();
    const counter = await deviceOf(atCounter);
    const challenge = value(await challengeFor(atCounter, payment.id, counter, mina.phone));
    const { id: challengeId, nonce } = challenge;
    const [{ values } = { values: '' }] = wire(challenge).descriptors;
    const face = { challengeId, nonce, modelId: EMBEDDER.id, descriptors: [values] };
    const greet = async (greeting: string) =>
      identify(terminal, payment.id, { challengeId, greeting }, ADDRESS);
    const other = { ...(await newPhone(MINA)), id: counter.id };
    for (const attempt of [
      await signAs(SIGNED_TYPES.greeting, face, other),
      await signAs(SIGNED_TYPES.evidence, face, counter),
      await signAs(SIGNED_TYPES.greeting, { ...face, nonce: 'another-nonce-of-16' }, counter),
    ]) {
      expect(await greet(attempt)).toEqual({ ok: false, code: 'challenge-unknown' });
    }
    expect(await greet(await signAs(SIGNED_TYPES.greeting, face, counter))).toEqual({
      ok: true,
      value: { payer: 'Mina L.' },
    });
  });
});
