import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptySchema } from '@/lib/api/common';
import { EMBEDDER } from '@/models/embedder/model';
import { actedEvidence } from '@/lib/identity/evidence.fixture';
import { later } from '../clock';
import {
  ACTING_MS,
  MINA_FACE,
  atCounter,
  mina,
  openDemo,
  soup,
  value,
} from '../demo-store.fixture';
import { authorizeByFace } from '../payments/authorize';
import { beginPayment } from '../payments/challenge';
import { publicAction } from './action';
import { ANSWER_FLOOR_MS } from './answer-floor';
import { withAnswerFloor } from './with-answer-floor';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openDemo();
});
afterAll(() => close());

it('the fastest refusal takes as long as a payment that goes through', async () => {
  const { payment } = await soup();
  const challenge = value(
    await beginPayment(atCounter, payment.id, { digits: mina.phone, screen: 'coloured' }),
  );
  const evidence = actedEvidence(challenge, MINA_FACE, EMBEDDER.id);
  const answer = { challengeId: challenge.id, evidence };
  const route = withAnswerFloor(
    publicAction({ body: emptySchema }, () =>
      later(ACTING_MS, () => authorizeByFace(atCounter, payment.id, answer)),
    ),
  );
  const send = async (body: string) => {
    const from = performance.now();
    const headers = { 'content-type': 'application/json' };
    const request = new Request('http://shop/api', { method: 'POST', headers, body });
    const { status } = await route(request, { params: Promise.resolve({}) });
    return { status, tookMs: performance.now() - from };
  };
  const refusal = await send('{');
  const acceptance = await send('{}');
  expect([refusal.status, acceptance.status]).toEqual([400, 200]);
  expect(refusal.tookMs).toBeGreaterThanOrEqual(ANSWER_FLOOR_MS);
  expect(acceptance.tookMs).toBeGreaterThanOrEqual(ANSWER_FLOOR_MS);
});
