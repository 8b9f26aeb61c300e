import { beforeEach, describe, expect, it } from 'vitest';
import { signEvidence } from '@/lib/liveness/device.fixture';
import { actedEvidence } from '@/lib/liveness/evidence.fixture';
import { EMBEDDER } from '@/models/embedder/model';
import { later } from '../clock';
import {
  ACTING_MS,
  ADDRESS,
  MINA,
  MINA_FACE,
  OTTO_FACE,
  act,
  atCounter,
  balance,
  challengeFor,
  deviceOf,
  freshBudget,
  greet,
  mina,
  openDemo,
  payByPin,
  otto,
  smile,
  soup,
  staffOf,
  terminal,
  value,
} from '../demo-store.fixture';
import { ledgerIsBalanced } from '../ledger-is-balanced.fixture';
import { DEMO_RESTAURANT } from '../demo/people';
import { acceptOrder } from '../orders/accept-order';
import { authorizeByFaceCheck } from './authorize-payment';
import { beginFaceCheck } from './begin-face-check';
import { identify } from '../confirmation/identify-payer';
import { readPayment } from './read-payment';
import { cancel } from './cancel-payment';

const staff = staffOf(DEMO_RESTAURANT);

/** Mina's face at this distance from her template. */
function movedBy(distance: number): Float32Array {
  return MINA_FACE.map((value, i) => (i === 0 ? value + distance : value));
}

openDemo();
beforeEach(freshBudget);

describe('paying at the counter', () => {
  it('holds the amount for a whole number and a face, and captures it on acceptance', async () => {
    const [before] = await balance(MINA);
    const placed = await soup();
    const paid = value(await smile(atCounter, placed.payment.id, MINA_FACE, mina.phone));
    expect(paid.payment).toMatchObject({ status: 'authorized', payer: 'Mina L.', method: 'face' });
    expect(paid.order.state.kind).toBe('waiting');
    expect(await balance(MINA)).toEqual([String(BigInt(before) - 3800n), '3800']);
    const accepted = value(await acceptOrder(staff, placed.order.id));
    expect(accepted).toMatchObject({
      payment: { status: 'captured' },
      refundable: { amount: '3800' },
    });
    expect(await balance(MINA)).toEqual([String(BigInt(before) - 3800n), '0']);
    await ledgerIsBalanced();
  });

  it('knows a regular by the last four digits, and nobody else', async () => {
    const digits = mina.phone.slice(-4);
    expect(await smile(atCounter, (await soup()).payment.id, MINA_FACE, digits)).toMatchObject({
      ok: true,
    });
    const newcomer = otto.phone.slice(-4);
    expect(await smile(atCounter, (await soup()).payment.id, OTTO_FACE, newcomer)).toEqual({
      ok: false,
      code: 'face-unknown',
    });
  });

  it('does not let another face pay with these digits', async () => {
    const before = await balance(MINA);
    const { payment } = await soup();
    const refused = await smile(atCounter, payment.id, OTTO_FACE, mina.phone);
    expect(refused).toEqual({ ok: false, code: 'face-unknown' });
    expect(await balance(MINA)).toEqual(before);
    expect(value(await readPayment(atCounter, payment.id)).payment.status).toBe('created');
  });

  it('does not let a face pay that is only near', async () => {
    const { payment } = await soup();
    expect(await smile(atCounter, payment.id, movedBy(0.3), mina.phone)).toMatchObject({
      ok: true,
    });
    const before = await balance(MINA);
    const other = await soup();
    expect(await smile(atCounter, other.payment.id, movedBy(0.4), mina.phone)).toEqual({
      ok: false,
      code: 'one-more-thing',
    });
    expect(await balance(MINA)).toEqual(before);
  });

  it('does not let a calm face pay with the smile of another', async () => {
    const before = await balance(MINA);
    const { payment } = await soup();
    const device = await deviceOf(atCounter);
    const challenge = value(await challengeFor(atCounter, payment.id, device, mina.phone));
    // Near enough to the own calm face for a smile, and their mean is near enough to pay.
    const acted = actedEvidence(challenge, MINA_FACE, EMBEDDER.id);
    const descriptors = acted.descriptors.map((each) =>
      challenge.steps[each.step]?.kind === 'smile' ? { ...each, values: movedBy(0.5) } : each,
    );
    const evidence = await signEvidence({ ...acted, descriptors }, device);
    const answer = { challengeId: challenge.id, evidence };
    expect(
      await later(ACTING_MS, () => authorizeByFaceCheck(atCounter, payment.id, answer)),
    ).toEqual({
      ok: false,
      code: 'face-unknown',
    });
    expect(await balance(MINA)).toEqual(before);
  });

  it('names nobody whose neutral face is only near, and lets the smile decide', async () => {
    const { payment } = await soup();
    const device = await deviceOf(atCounter);
    const wish = { digits: mina.phone, screen: 'coloured' } as const;
    const challenge = value(await beginFaceCheck(atCounter, payment.id, wish));
    const ask = await greet(challenge, movedBy(0.4), device);
    expect(await identify(terminal, payment.id, ask, ADDRESS)).toEqual({
      ok: false,
      code: 'one-more-thing',
    });
    const answer = await act(challenge, MINA_FACE, device);
    const paid = await later(ACTING_MS, () => authorizeByFaceCheck(atCounter, payment.id, answer));
    expect(paid).toMatchObject({ ok: true });
  });

  it('greets once, and by a masked name only', async () => {
    const { payment } = await soup();
    const challenge = value(
      await beginFaceCheck(atCounter, payment.id, { digits: mina.phone, screen: 'coloured' }),
    );
    const ask = await greet(challenge, MINA_FACE, await deviceOf(atCounter));
    expect(await identify(terminal, payment.id, ask, ADDRESS)).toEqual({
      ok: true,
      value: { payer: 'Mina L.' },
    });
    expect(await identify(terminal, payment.id, ask, ADDRESS)).toMatchObject({
      code: 'challenge-used',
    });
  });

  it('counts a greeting of nobody as a refused face', async () => {
    const { payment } = await soup();
    for (let i = 0; i < 5; i++) {
      const challenge = value(
        await beginFaceCheck(atCounter, payment.id, { digits: mina.phone, screen: 'coloured' }),
      );
      const ask = await greet(challenge, OTTO_FACE, await deviceOf(atCounter));
      expect(await identify(terminal, payment.id, ask, ADDRESS)).toMatchObject({
        code: 'face-unknown',
      });
    }
    expect(
      await beginFaceCheck(atCounter, payment.id, { digits: mina.phone, screen: 'coloured' }),
    ).toMatchObject({
      code: 'use-another-way',
    });
  });

  it('uses a challenge once, for its own payment, in time', async () => {
    const { payment } = await soup();
    const other = await soup();
    const challenge = value(
      await beginFaceCheck(atCounter, payment.id, { digits: mina.phone, screen: 'coloured' }),
    );
    const body = await act(challenge, MINA_FACE, await deviceOf(atCounter));
    expect(await authorizeByFaceCheck(atCounter, other.payment.id, body)).toMatchObject({
      code: 'challenge-unknown',
    });
    const twice = await later(ACTING_MS, () =>
      Promise.all([1, 2].map(() => authorizeByFaceCheck(atCounter, payment.id, body))),
    );
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
    const late = value(
      await beginFaceCheck(atCounter, other.payment.id, { digits: mina.phone, screen: 'coloured' }),
    );
    const tooLate = { ...body, challengeId: late.id };
    expect(
      await later(60_000, () => authorizeByFaceCheck(atCounter, other.payment.id, tooLate)),
    ).toMatchObject({ code: 'challenge-expired' });
  });

  it('leaves only the other ways after five refused faces', async () => {
    const { payment } = await soup();
    for (let i = 0; i < 5; i++) await smile(atCounter, payment.id, OTTO_FACE, mina.phone);
    expect(await smile(atCounter, payment.id, MINA_FACE, mina.phone)).toEqual({
      ok: false,
      code: 'use-another-way',
    });
    const byPin = { phone: mina.phone, pin: mina.pin };
    expect(await payByPin(atCounter, payment, byPin)).toMatchObject({ ok: true });
  });

  it('locks the PIN after five wrong ones, known number or not', async () => {
    let { payment } = await soup();
    for (const phone of ['+8613900009999', otto.phone]) {
      await freshBudget();
      ({ payment } = await soup());
      const codes = [];
      for (let i = 0; i < 6; i++) {
        const result = await payByPin(atCounter, payment, { phone, pin: '000000' });
        codes.push(result.ok ? 'ok' : result.code);
      }
      expect(codes).toEqual([...Array<string>(5).fill('pin-refused'), 'pin-locked']);
    }
    const right = { phone: otto.phone, pin: otto.pin };
    const quarter = 15 * 60_000;
    const tryAfter = (ms: number) => later(ms, () => payByPin(atCounter, payment, right));
    expect(await tryAfter(quarter - 5_000)).toMatchObject({ code: 'pin-locked' });
    expect(await tryAfter(quarter + 5_000)).toMatchObject({ ok: true });
  });

  it('is over when the guest walks away', async () => {
    const { payment } = await soup();
    expect(value(await cancel(atCounter, payment.id)).payment.status).toBe('cancelled');
    expect(await smile(atCounter, payment.id, MINA_FACE, mina.phone)).toMatchObject({
      code: 'wrong-state',
    });
  });
});
