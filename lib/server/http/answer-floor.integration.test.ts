import { expect, it } from 'vitest';
import { emptySchema } from '@/lib/api/common';
import { later } from '../clock';
import {
  ACTING_MS,
  MINA_FACE,
  act,
  atCounter,
  challengeFor,
  deviceOf,
  mina,
  openDemo,
  soup,
  value,
} from '../demo-store.fixture';
import { authorizeByFaceCheck } from '../payments/authorize-payment';
import { action } from './action';
import { ANSWER_FLOOR_MS } from './answer-floor';
import { withAnswerFloor } from './with-answer-floor';

openDemo();

it('the fastest refusal takes as long as a payment that goes through', async () => {
  const { payment } = await soup();
  const device = await deviceOf(atCounter);
  const challenge = value(await challengeFor(atCounter, payment.id, device, mina.phone));
  const answer = await act(challenge, MINA_FACE, device);
  const route = withAnswerFloor(
    action('POST /api/shoppers', { body: emptySchema }, () =>
      later(ACTING_MS, () => authorizeByFaceCheck(atCounter, payment.id, answer)),
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
