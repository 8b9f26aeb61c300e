import { describe, expect, it } from 'vitest';
import { claimBy } from '@/lib/access/claim';
import type { Uuid } from '@/lib/ids/uuid';
import { hashIntent } from '@/lib/intents/intent';
import { paymentIntentOf } from '@/lib/payments/payment-intent';
import { later } from '../clock';
import { databasePool } from '../db/pool';
import {
  ACTING_MS,
  atCounter,
  balance,
  enrolFace,
  MINA,
  MINA_FACE,
  mina,
  onPhone,
  payByPin,
  smile,
  value,
} from '../demo-store.fixture';
import { setTwin } from '../shoppers/set-twin';
import { authorizeByPin } from './authorize-payment';
import { judgedFor, lemonades, mineAt, openWithOldFaces, type Placed } from './face-limits.fixture';

openWithOldFaces();

async function complete({ payment }: Placed, challengeId: Uuid) {
  const intentHash = hashIntent(paymentIntentOf(payment, claimBy(mina.phone)));
  const body = { challengeId, pin: mina.pin, intentHash };
  return later(ACTING_MS, () => authorizeByPin(atCounter, payment.id, body));
}

describe('a recognised face over a limit', () => {
  it('is completed by the PIN alone, and nothing is counted against anybody', async () => {
    await enrolFace(MINA, MINA_FACE);
    const before = BigInt((await balance(MINA))[0]);
    for (let i = 0; i < 6; i += 1) {
      const placed = await lemonades(13);
      expect(await mineAt(atCounter, placed)).toMatchObject({ code: 'one-more-thing' });
      const judged = await judgedFor(placed);
      expect(judged).toMatchObject({ outcome: 'step-up', nearestId: MINA.id });
      expect(judged.over).toContainEqual({
        ...{ reason: 'new-face-payment', value: '20800', max: '20000' },
      });
      if (i < 5) continue;
      const paid = value(await complete(placed, judged.id));
      expect(paid).toMatchObject({ payment: { method: 'pin' }, pictureOffered: false });
    }
    expect(BigInt((await balance(MINA))[0])).toBe(before - 208_00n);
    const { rows: attempts } = await databasePool().query('SELECT subject FROM attempts');
    expect(attempts).toEqual([]);
    const { rows: offered } = await databasePool().query('SELECT 1 FROM offered_pictures');
    expect(offered).toEqual([]);
    const { rows: told } = await databasePool().query(
      `SELECT 1 FROM outbox WHERE topic = 'face.new-pictures'`,
    );
    expect(told).toEqual([]);
  });

  it('does not count for the offer of new pictures, which near faces still bring', async () => {
    await enrolFace(MINA, MINA_FACE);
    for (let i = 0; i < 2; i += 1) await mineAt(atCounter, await lemonades(13));
    value(await setTwin(MINA, { hasTwin: true }));
    const offers = async () => {
      const { rows } = await databasePool().query(
        `SELECT 1 FROM outbox WHERE topic = 'face.new-pictures'`,
      );
      return rows.length;
    };
    const before = await offers();
    for (let i = 0; i < 2; i += 1) await mineAt(atCounter, await lemonades(1));
    expect(await offers()).toBe(before);
    await mineAt(atCounter, await lemonades(1));
    expect(await offers()).toBe(before + 1);
    value(await setTwin(MINA, { hasTwin: false }));
  });

  it('is refused where no PIN is set, and the payment can still be paid', async () => {
    const { rows } = await databasePool().query<{ hash: string }>(
      `UPDATE shoppers SET pin_hash = NULL WHERE id = $1
       RETURNING (SELECT pin_hash FROM shoppers WHERE id = $1) AS hash`,
      [MINA.id],
    );
    const placed = await lemonades(32);
    expect(await mineAt(atCounter, placed)).toMatchObject({ code: 'pin-not-set' });
    expect(await judgedFor(placed)).toMatchObject({
      ...{ outcome: 'accepted', nearestId: null, over: [{ reason: 'payment-limit' }] },
    });
    await databasePool().query('UPDATE shoppers SET pin_hash = $2 WHERE id = $1', [
      ...[MINA.id, rows[0]?.hash],
    ]);
    value(await payByPin(atCounter, placed.payment, { phone: mina.phone, pin: mina.pin }));
  });

  it('pays up to its limits, and on the own phone as well', async () => {
    value(await mineAt(atCounter, await lemonades(31)));
    const phone = onPhone(MINA);
    const placed = await lemonades(32);
    expect(await smile(phone, placed.payment.id, MINA_FACE)).toMatchObject({
      code: 'one-more-thing',
    });
    value(await payByPin(phone, placed.payment, { pin: mina.pin }));
  });
});
