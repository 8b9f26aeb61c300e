import { beforeEach, describe, expect, it } from 'vitest';
import type { GuestActor } from '@/lib/access/actors';
import { claimBy } from '@/lib/access/claim';
import { newUuid, type Uuid } from '@/lib/ids/uuid';
import { hashIntent } from '@/lib/intents/intent';
import { paymentIntentOf } from '@/lib/payments/payment-intent';
import { later } from '../clock';
import { databasePool } from '../db/pool';
import {
  ACTING_MS,
  act,
  atCounter,
  balance,
  challengeFor,
  deviceOf,
  freshBudget,
  MINA,
  MINA_FACE,
  mina,
  onPhone,
  openDemo,
  OTTO_FACE,
  otto,
  paidSoup,
  payByPin,
  smile,
  soup,
  value,
} from '../demo-store.fixture';
import { authorizeByFaceCheck, authorizeByPin } from './authorize-payment';

/** Between what pays alone and what is nobody. */
const NEAR = MINA_FACE.map((each, i) => (i === 0 ? each + 0.4 : each));
const FOUR = mina.phone.slice(-4);

openDemo();
beforeEach(freshBudget);

type Placed = Awaited<ReturnType<typeof soup>>;

/** A smile that is near and is asked for the PIN. */
async function steppedUp({ payment }: Placed, digits: string): Promise<Uuid> {
  const device = await deviceOf(atCounter);
  const { id } = await nearSmile(payment.id, digits, device);
  return id;
}

async function nearSmile(
  paymentId: Uuid,
  digits: string,
  device: Awaited<ReturnType<typeof deviceOf>>,
) {
  const challenge = value(await challengeFor(atCounter, paymentId, device, digits));
  const answer = await act(challenge, NEAR, device);
  const asked = await later(ACTING_MS, () => authorizeByFaceCheck(atCounter, paymentId, answer));
  expect(asked).toMatchObject({ ok: false, code: 'one-more-thing' });
  return challenge;
}

interface Completing {
  readonly digits?: string;
  readonly pin?: string;
  readonly guest?: GuestActor;
  readonly afterMs?: number;
}

function complete({ payment }: Placed, challengeId: Uuid, how: Completing = {}) {
  const { digits = mina.phone, pin = mina.pin, guest = atCounter, afterMs = ACTING_MS } = how;
  const intentHash = hashIntent(paymentIntentOf(payment, claimBy(digits)));
  return later(afterMs, () => authorizeByPin(guest, payment.id, { challengeId, pin, intentHash }));
}

describe('a smile that is near', () => {
  it.each([
    ['the whole number', mina.phone],
    ['four digits', FOUR],
  ])('is completed by the PIN alone, with %s', async (_, digits) => {
    await paidSoup(); // so that she is a regular
    await freshBudget();
    const before = BigInt((await balance(MINA))[0]);
    const placed = await soup();
    const challengeId = await steppedUp(placed, digits);
    const paid = value(await complete(placed, challengeId, { digits }));
    expect(paid.payment).toMatchObject({ status: 'authorized', method: 'pin' });
    expect((await balance(MINA))[0]).toBe(String(before - 3800n));
  });

  it('is no refused face, and a PIN takes it back', async () => {
    for (let i = 0; i < 6; i += 1) {
      const placed = await soup();
      value(await complete(placed, await steppedUp(placed, mina.phone)));
    }
    const { rows } = await databasePool().query('SELECT subject FROM attempts');
    expect(rows).toEqual([]);
  });

  it('has a limit of its own when no PIN follows', async () => {
    for (let i = 0; i < 5; i += 1) await steppedUp(await soup(), mina.phone);
    const { payment } = await soup();
    expect(await smile(atCounter, payment.id, MINA_FACE, mina.phone)).toMatchObject({ ok: false });
    // Others pay on.
    expect(await smile(atCounter, payment.id, OTTO_FACE, otto.phone)).toMatchObject({ ok: true });
    const byPin = await payByPin(atCounter, (await soup()).payment, {
      ...{ phone: mina.phone, pin: mina.pin },
    });
    expect(byPin).toMatchObject({ ok: true });
  });

  it('counts once for each of twenty at once, and no more are judged than the limit', async () => {
    const device = await deviceOf(atCounter);
    const tries = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const { payment } = await soup();
        const challenge = value(await challengeFor(atCounter, payment.id, device, mina.phone));
        return { payment, answer: await act(challenge, NEAR, device) };
      }),
    );
    const codes = await later(ACTING_MS, () =>
      Promise.all(
        tries.map(async ({ payment, answer }) => {
          const asked = await authorizeByFaceCheck(atCounter, payment.id, answer);
          return asked.ok ? 'ok' : asked.code;
        }),
      ),
    );
    expect(codes.filter((code) => code === 'one-more-thing').length).toBeLessThanOrEqual(5);
    expect(codes).not.toContain('ok');
  });
});

describe('what does not complete it', () => {
  it('the PIN of somebody else, and no more than five wrong ones of fifty at once', async () => {
    const placed = await soup();
    const challengeId = await steppedUp(placed, mina.phone);
    expect(await complete(placed, challengeId, { pin: otto.pin })).toMatchObject({
      code: 'pin-refused',
    });
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        complete(placed, challengeId, { pin: i === 40 ? mina.pin : String(613_527 + i) }),
      ),
    );
    const refused = answers.filter((answer) => !answer.ok && answer.code === 'pin-refused');
    expect(refused).toHaveLength(4);
    expect(answers.some(({ ok }) => ok)).toBe(false);
  });

  it('another payment, another device, a face check that did not ask, or one long ago', async () => {
    const placed = await soup();
    const other = await soup();
    const challengeId = await steppedUp(placed, mina.phone);
    expect(await complete(other, challengeId)).toMatchObject({ code: 'challenge-unknown' });
    expect(await complete(placed, newUuid())).toMatchObject({ code: 'challenge-unknown' });
    const phone = onPhone(MINA);
    expect(await complete(placed, challengeId, { guest: phone })).toMatchObject({
      code: 'terminal-not-paired',
    });
    const open = value(
      await challengeFor(atCounter, placed.payment.id, await deviceOf(atCounter), mina.phone),
    );
    expect(await complete(placed, open.id)).toMatchObject({ code: 'challenge-unknown' });
    const late = await complete(placed, challengeId, { afterMs: ACTING_MS + 181_000 });
    expect(late).toMatchObject({ code: 'challenge-expired' });
    // What the screen did not show is not confirmed either.
    expect(await complete(placed, challengeId, { digits: FOUR })).toMatchObject({
      code: 'intent-changed',
    });
  });

  it('twice', async () => {
    const placed = await soup();
    const challengeId = await steppedUp(placed, mina.phone);
    const before = BigInt((await balance(MINA))[0]);
    const answers = await Promise.all([1, 2, 3].map(() => complete(placed, challengeId)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await balance(MINA))[0]).toBe(String(before - 3800n));
  });
});

it('offers new pictures after every third', async () => {
  await databasePool().query("UPDATE challenges SET nearest_id = NULL WHERE outcome = 'step-up'");
  const offers = async () => {
    const { rows } = await databasePool().query(
      `SELECT id FROM outbox WHERE topic = 'face.new-pictures' AND payload->>'shopperId' = $1`,
      [MINA.id],
    );
    return rows.length;
  };
  const before = await offers();
  for (let i = 0; i < 3; i += 1) {
    await steppedUp(await soup(), mina.phone);
  }
  expect((await offers()) - before).toBe(1);
});
