import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import type { Challenge } from '@/lib/liveness/challenge';
import { newTestKey, signAs } from '@/lib/liveness/device.fixture';
import { SIGNED_TYPES } from '@/lib/liveness/signed';
import { newUuid } from '@/lib/ids/uuid';
import { expect, test } from './fixtures';
import { expectProblem, registerKey, signInAsStranger } from './people/api-client';
import { descriptorOf, emptyEvidence } from './people/empty-evidence';

const askFor = (request: APIRequestContext, deviceId?: string) =>
  request.post('/api/me/enrolment/challenge', { data: { deviceId, screen: 'plain' } });

const enrol = (request: APIRequestContext, challengeId: string, evidence: unknown) =>
  request.post('/api/me/enrolment', { data: { challengeId, evidence } });

/** Signed in, agreed, with a key of the client's own and a challenge for it. */
async function challenged(request: APIRequestContext) {
  await signInAsStranger(request);
  const device = await registerKey(request);
  await request.post('/api/me/consent', { data: { version: '2026-11' } });
  const answer = await askFor(request, device.id);
  expect(answer.status()).toBe(201);
  const challenge = (await answer.json()) as Challenge;
  expect(challenge.deviceId).toBe(device.id);
  const sign = (payload: unknown) => signAs(SIGNED_TYPES.evidence, payload, device);
  return { device, challenge, sign };
}

test('there is no challenge without consent, nor without a key', async ({ request }) => {
  await signInAsStranger(request);
  const { id } = await registerKey(request);
  await expectProblem(await askFor(request, id), 403, 'consent-required');
  await request.post('/api/me/consent', { data: { version: '2026-11' } });
  for (const unknown of [undefined, randomUUID()]) {
    await expectProblem(await askFor(request, unknown), 401, 'device-unknown');
  }
  expect((await request.delete(`/api/me/devices/${id}`)).status()).toBe(204);
  await expectProblem(await askFor(request, id), 401, 'device-unknown');
});

test('what is no public key of P-256 is refused', async ({ request }) => {
  await signInAsStranger(request);
  const { publicKey } = await newTestKey();
  for (const key of [
    { ...publicKey, y: publicKey.x },
    { ...publicKey, d: publicKey.x },
    { ...publicKey, crv: 'P-384' },
    { kty: 'oct', k: publicKey.x },
    'a key',
    null,
  ]) {
    const response = await request.post('/api/me/devices', { data: { publicKey: key } });
    await expectProblem(response, 400, 'invalid-request');
    const code = 'ABCD-EFGH';
    const pairing = await request.post('/api/terminals/pair', { data: { code, publicKey: key } });
    await expectProblem(pairing, 400, 'invalid-request');
  }
});

test('evidence that its device did not sign does not count', async ({ request }) => {
  const { challenge, device, sign } = await challenged(request);
  const evidence = emptyEvidence(challenge, descriptorOf(0.1));
  const { privateKey } = await newTestKey();
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const none = { alg: 'none', typ: SIGNED_TYPES.evidence, kid: device.id };
  for (const unsigned of [
    await signAs(SIGNED_TYPES.evidence, evidence, { ...device, privateKey }),
    await signAs(SIGNED_TYPES.greeting, evidence, device),
    await signAs(SIGNED_TYPES.evidence, evidence, { ...device, id: newUuid() }),
    `${encoded(none)}.${encoded(evidence)}.`,
    JSON.stringify(evidence),
  ]) {
    const response = await enrol(request, challenge.id, unsigned);
    await expectProblem(response, 404, 'challenge-unknown');
  }
  for (const noText of [evidence, null, '', 'x'.repeat(200_001)]) {
    await expectProblem(await enrol(request, challenge.id, noText), 400, 'invalid-request');
  }
  const elsewhere = await enrol(request, randomUUID(), await sign(evidence));
  await expectProblem(elsewhere, 404, 'challenge-unknown');
  // None of these used the challenge up; what is signed is judged, and shows nothing.
  const judged = await enrol(request, challenge.id, await sign(evidence));
  await expectProblem(judged, 422, 'try-again');
  const again = await enrol(request, challenge.id, await sign(evidence));
  await expectProblem(again, 409, 'challenge-used');
  expect(await (await request.get('/api/me')).json()).toMatchObject({ face: null });
});

test('signed evidence with numbers that are none is refused', async ({ request }) => {
  const { challenge, sign } = await challenged(request);
  for (const values of [descriptorOf(NaN), descriptorOf(Infinity), 'AAAA', 7]) {
    const signed = await sign(emptyEvidence(challenge, values as string));
    await expectProblem(await enrol(request, challenge.id, signed), 400, 'invalid-request');
  }
  const deep = '['.repeat(2_000) + ']'.repeat(2_000);
  const signed = await sign(JSON.parse(deep));
  await expectProblem(await enrol(request, challenge.id, signed), 400, 'invalid-request');
});
