import { describe, expect, it } from 'vitest';
import { money } from '@/lib/money/money';
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
