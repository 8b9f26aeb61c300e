import { beforeEach, describe, expect, it } from 'vitest';
import type { GuestActor } from '@/lib/access/actors';
import { claimBy } from '@/lib/access/claim';
import { newUuid, writtenUuid, type Uuid } from '@/lib/ids/uuid';
import { hashIntent } from '@/lib/intents/intent';
import { money } from '@/lib/money/money';
import { storeSettingsFor } from '@/lib/orders/store-settings';
import { merchantSettingsFor } from '@/lib/payments/merchant-settings';
import { paymentIntentOf } from '@/lib/payments/payment-intent';
import { later } from '../clock';
import { createStore } from '../db/create-store';
import { databasePool } from '../db/pool';
import { databasePrisma } from '../db/prisma';
import { restaurantMenu } from '../demo/menus';
import {
  ACTING_MS,
  atCounter,
  balance,
  challengeFor,
  deviceOf,
  enrolFace,
  freshBudget,
  installTerminal,
  MINA,
  MINA_FACE,
  mina,
  onPhone,
  openDemo,
  orderOf,
  OTTO_FACE,
  otto,
  payByPin,
  smile,
  terminal,
  value,
} from '../demo-store.fixture';
import { ledgerIsBalanced } from '../ledger-is-balanced.fixture';
import { placeOrder } from '../orders/place-order';
import { setLimits } from '../shoppers/set-limits';
import { topUpWallet } from '../shoppers/top-up-wallet';
import { setTwin } from '../shoppers/set-twin';
import { authorizeByPin } from './authorize-payment';
import { cancel } from './cancel-payment';
import { holdByFace } from './hold-by-face';
import { payableBy } from './payable';

const DAY_MS = 86_400_000;

openDemo();
beforeEach(async () => {
  await freshBudget();
  await databasePool().query('DELETE FROM face_limits');
  // What was paid before was paid the day before yesterday.
  await databasePool().query(`UPDATE payments SET created_at = created_at - interval '2 days'`);
  await age('2 days');
  value(await topUpWallet(MINA, { id: newUuid(), amount: money(5_000_00, 'CNY') }));
});

async function age(interval: string): Promise<void> {
  await databasePool().query('UPDATE face_templates SET enrolled_at = now() - $1::interval', [
    interval,
  ]);
}

/** So many lemonades, ¥16 each. */
async function lemonades(quantity: number, guest = atCounter) {
  const order = orderOf('lemonade');
  const storeId = writtenUuid(guest.terminal?.storeId ?? order.storeId);
  const lines = [{ productId: 'lemonade', quantity, choiceIds: [] }];
  return value(await placeOrder(guest, { ...order, storeId, lines }));
}

type Placed = Awaited<ReturnType<typeof lemonades>>;
const mineAt = (guest: GuestActor, { payment }: Placed) =>
  smile(guest, payment.id, MINA_FACE, mina.phone);

interface Judged {
  readonly id: Uuid;
  readonly outcome: string;
  readonly nearestId: string | null;
  readonly over: readonly { reason: string; value: string; max: string }[] | null;
}

async function judgedFor({ payment }: Placed): Promise<Judged> {
  const { rows } = await databasePool().query<Judged>(
    `SELECT id, outcome, nearest_id AS "nearestId", over_limits AS over FROM challenges
      WHERE payment_id = $1 ORDER BY issued_at DESC LIMIT 1`,
    [payment.id],
  );
  const [row] = rows;
  if (!row) throw new Error('nothing was judged');
  return row;
}

const reasonsFor = async (placed: Placed) =>
  (await judgedFor(placed)).over?.map(({ reason }) => reason) ?? null;

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
    expect(await judgedFor(placed)).toMatchObject({ outcome: 'accepted', nearestId: null });
    expect(await reasonsFor(placed)).toEqual(['payment-limit']);
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

describe('what the rules see', () => {
  it('the first payment in a store', async () => {
    await databasePool().query('UPDATE payments SET payer_id = NULL WHERE payer_id = $1', [
      MINA.id,
    ]);
    const first = await lemonades(13);
    expect(await mineAt(atCounter, first)).toMatchObject({ code: 'one-more-thing' });
    expect(await reasonsFor(first)).toEqual(['new-store']);
    value(await complete(first, (await judgedFor(first)).id));
    value(await mineAt(atCounter, await lemonades(13)));
  });

  it('faces of others that were refused at this terminal, and not the own ones', async () => {
    value(await mineAt(atCounter, await lemonades(1)));
    const spread = (seconds: number) =>
      databasePool().query('UPDATE attempts SET attempted_at = attempted_at - $1::interval', [
        `${seconds} seconds`,
      ]);
    const fail = async (phone: string, face: Float32Array) => {
      const { payment } = await lemonades(1);
      expect(await smile(atCounter, payment.id, face, phone)).toMatchObject({
        code: 'face-unknown',
      });
      await cancel(atCounter, payment.id);
      await spread(40);
    };
    for (let i = 0; i < 5; i += 1) await fail(mina.phone, OTTO_FACE);
    await spread(60);
    value(await mineAt(atCounter, await lemonades(1)));
    for (let i = 0; i < 5; i += 1) await fail(otto.phone, MINA_FACE);
    const placed = await lemonades(1);
    expect(await mineAt(atCounter, placed)).toMatchObject({ code: 'one-more-thing' });
    expect(await reasonsFor(placed)).toEqual(['refused-faces-here']);
    await spread(600);
    value(await mineAt(atCounter, await lemonades(1)));
  });

  it.each([
    ['another country', 'JP', 'Asia/Shanghai'],
    ['another time zone', 'CN', 'Asia/Urumqi'],
  ])('a payment at a counter in %s within the hour', async (_, country, timeZone) => {
    value(await mineAt(atCounter, await lemonades(1)));
    const elsewhere = await openStore(country, timeZone);
    const there = await lemonades(1, elsewhere);
    value(await payByPin(elsewhere, there.payment, { phone: mina.phone, pin: mina.pin }));
    const here = await lemonades(1);
    expect(await mineAt(atCounter, here)).toMatchObject({ code: 'one-more-thing' });
    expect(await reasonsFor(here)).toEqual(['elsewhere-lately']);
    await databasePool().query(
      `UPDATE payments SET data = jsonb_set(data, '{authorizedAt}', to_jsonb($2::text)) WHERE id = $1`,
      [there.payment.id, new Date(Date.now() - 61 * 60_000).toISOString()],
    );
    value(await mineAt(atCounter, await lemonades(1)));
  });
});

/** Another restaurant that takes the same money. */
async function openStore(country: string, timeZone: string): Promise<GuestActor> {
  const id = newUuid();
  const settings = { ...merchantSettingsFor('CNY'), timeZone };
  await createStore(
    databasePrisma(),
    databasePool(),
    {
      ...{ id, name: 'K Pro abroad', channel: 'counter', products: restaurantMenu('CNY') },
      settings: { ...storeSettingsFor('CNY'), country },
      merchant: { id: newUuid(), name: 'K Pro abroad', settings },
      owner: { id: newUuid(), name: 'Aki', email: `${id}@kpro.example`, passwordHash: '' },
    },
    new Date(),
  );
  const counter = { ...terminal, id: newUuid(), deviceId: newUuid(), storeId: id };
  await installTerminal({ ...counter, storeId: writtenUuid(id) });
  return { ...atCounter, terminal: counter };
}

describe('fifty payments at once', () => {
  /** Fifty faces of Mina's that were recognised, each for a payment of its own, and not held yet. */
  async function recognised(amount: number) {
    const device = await deviceOf(atCounter);
    const placed = await Promise.all(Array.from({ length: 50 }, () => lemonades(amount)));
    return Promise.all(
      placed.map(async ({ payment }) => {
        const challenge = value(await challengeFor(atCounter, payment.id, device, mina.phone));
        const { record } = value(await payableBy(atCounter, payment.id, 'terminal'));
        return { record, challengeId: challenge.id };
      }),
    );
  }

  async function holdAll(faces: Awaited<ReturnType<typeof recognised>>) {
    const answers = await Promise.all(
      faces.map(({ record, challengeId }) =>
        holdByFace({ method: 'face', shopperId: MINA.id, challengeId }, record, terminal.id),
      ),
    );
    return answers.map((answer) => (answer.ok ? 'paid' : answer.code));
  }

  const times = (codes: readonly string[], code: string) =>
    codes.filter((each) => each === code).length;

  it('come to no more than the day of a face, and the others are asked for the PIN', async () => {
    await age('1 hour');
    const before = BigInt((await balance(MINA))[0]);
    const codes = await holdAll(await recognised(3));
    // ¥500 a day, ¥48 each.
    expect([times(codes, 'paid'), times(codes, 'one-more-thing')]).toEqual([10, 40]);
    expect(BigInt((await balance(MINA))[0])).toBe(before - 480_00n);
    const { rows } = await databasePool().query(
      `SELECT count(*)::int AS asked FROM challenges
        WHERE outcome = 'step-up' AND nearest_id = $1 AND over_limits @> '[{"reason": "new-face-day"}]'
          AND issued_at > now() - interval '1 minute'`,
      [MINA.id],
    );
    expect(rows).toEqual([{ asked: 40 }]);
    await ledgerIsBalanced();
  });

  it('and are no more than a day has', async () => {
    const codes = await holdAll(await recognised(1));
    expect([times(codes, 'paid'), times(codes, 'one-more-thing')]).toEqual([30, 20]);
  });

  it('what the shopper lowered meanwhile holds for those that are held after', async () => {
    const faces = await recognised(1);
    const first = await holdAll(faces.slice(0, 5));
    value(
      await setLimits(MINA, {
        ...{ perPayment: money(100_00, 'CNY'), perDay: money(100_00, 'CNY'), smallOnly: false },
      }),
    );
    const rest = await holdAll(faces.slice(5));
    expect([times(first, 'paid'), times(rest, 'paid')]).toEqual([5, 1]);
  });
});

it('a day of limits is the 24 hours before the payment, whatever day it is where', async () => {
  value(await setLimits(MINA, { ...LOW, perDay: money(20_00, 'CNY') }));
  value(await mineAt(atCounter, await lemonades(1)));
  const soon = await lemonades(1);
  expect(await mineAt(atCounter, soon)).toMatchObject({ code: 'one-more-thing' });
  const next = await later(DAY_MS, () => lemonades(1));
  value(await later(DAY_MS, () => mineAt(atCounter, next)));
});

const LOW = { perPayment: money(100_00, 'CNY'), perDay: money(100_00, 'CNY'), smallOnly: false };
