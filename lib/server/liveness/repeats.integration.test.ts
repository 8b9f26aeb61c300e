import { expect, it } from 'vitest';
import { signEvidence } from '@/lib/liveness/device.fixture';
import { actedEvidence } from '@/lib/liveness/evidence.fixture';
import { EMBEDDER } from '@/models/embedder/model';
import { later } from '../clock';
import {
  ACTING_MS,
  MINA_FACE,
  atCounter,
  challengeFor,
  deviceOf,
  mina,
  openDemo,
  soup,
  value,
} from '../demo-store.fixture';
import { authorizeByFaceCheck } from '../payments/authorize-payment';

openDemo();

/** Mina pays. @param phase how she sways while she does. */
async function pay(phase: number) {
  const placed = await soup();
  const device = await deviceOf(atCounter);
  const challenge = value(await challengeFor(atCounter, placed.payment.id, device, mina.phone));
  const acted = actedEvidence(challenge, MINA_FACE, EMBEDDER.id, { phase });
  const answer = { challengeId: challenge.id, evidence: await signEvidence(acted, device) };
  return later(ACTING_MS, () => authorizeByFaceCheck(atCounter, placed.payment.id, answer));
}

it('a person pays again and again, moving a little differently every time', async () => {
  for (const phase of [0.4, 17.3, 58.9]) {
    expect(await pay(phase)).toMatchObject({ ok: true });
  }
});

it('the same motion again, under a signature of today, is no living person', async () => {
  expect(await pay(3.21)).toMatchObject({ ok: true });
  // Delays differ by some tenths of a second; the motion is the one that was seen before.
  const codes = [];
  for (let i = 0; i < 3; i++) {
    const again = await pay(3.21);
    codes.push(again.ok ? 'paid' : again.code);
  }
  expect(codes).toEqual(['try-again', 'try-again', 'try-again']);
});
