import { describe, expect, it } from 'vitest';
import { newUuid } from '@/lib/ids/uuid';
import { money } from '@/lib/money/money';
import type { Change } from '@/lib/payments/change';
import { authorizePayment } from '@/lib/payments/holding';
import { now } from '../clock';
import { commitChange } from '../db/payments-store';
import { databasePool } from '../db/pool';
import {
  atCounter,
  balance,
  challengeFor,
  deviceOf,
  MINA,
  mina,
  terminal,
  value,
} from '../demo-store.fixture';
import { ledgerIsBalanced } from '../ledger-is-balanced.fixture';
import { setLimits } from '../shoppers/set-limits';
import { recordOf } from './checkout.fixture';
import { age, lemonades, openWithOldFaces } from './face-limits.fixture';
import { holdByFace } from './hold-by-face';
import { payableBy } from './payable';

openWithOldFaces();

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

describe('a change that is bound to a day', () => {
  const day = { amountMax: 16_00n, paymentsMax: 1 };

  async function authorization(): Promise<Change> {
    const { payment } = await lemonades(1);
    const { record } = value(await payableBy(atCounter, payment.id, 'terminal'));
    const payer = { shopperId: MINA.id, method: 'face' } as const;
    const moment = { at: now().toISOString(), newId: newUuid };
    return { ...value(authorizePayment(record, payer, moment)), day };
  }

  it('sent again because its answer was lost is still done, though the day is full now', async () => {
    const change = await authorization();
    expect(await commitChange(change, now())).toBe('ok');
    const after = await balance(MINA);
    expect(await commitChange(change, now())).toBe('ok');
    expect(await balance(MINA)).toEqual(after);
  });

  it('and finds the day full has changed nothing', async () => {
    expect(await commitChange(await authorization(), now())).toBe('ok');
    const before = await balance(MINA);
    const late = await authorization();
    expect(await commitChange(late, now())).toBe('over-limit');
    expect(await balance(MINA)).toEqual(before);
    expect((await recordOf(late.payment.id)).payment.state).toEqual({ kind: 'created' });
    const { rows } = await databasePool().query(
      `SELECT 1 FROM outbox WHERE payload->>'paymentId' = $1`,
      [late.payment.id],
    );
    expect(rows).toEqual([]);
    // Without a bound, as after the PIN, it is done.
    expect(await commitChange({ ...late, day: undefined }, now())).toBe('ok');
    await ledgerIsBalanced();
  });
});
