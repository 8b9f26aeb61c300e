import { beforeEach, expect } from 'vitest';
import type { GuestActor } from '@/lib/access/actors';
import { newUuid, writtenUuid, type Uuid } from '@/lib/ids/uuid';
import { money } from '@/lib/money/money';
import { databasePool } from '../db/pool';
import {
  atCounter,
  freshBudget,
  MINA,
  MINA_FACE,
  mina,
  openDemo,
  orderOf,
  smile,
  value,
} from '../demo-store.fixture';
import { placeOrder } from '../orders/place-order';
import { topUpWallet } from '../shoppers/top-up-wallet';

/** The demo, in which Mina's face is two days old before each test, and has paid nothing since. */
export function openWithOldFaces(): void {
  openDemo();
  beforeEach(async () => {
    await freshBudget();
    await databasePool().query('DELETE FROM face_limits');
    await databasePool().query(`UPDATE payments SET created_at = created_at - interval '2 days'`);
    await age('2 days');
    value(await topUpWallet(MINA, { id: newUuid(), amount: money(5_000_00, 'CNY') }));
  });
}

/** So long ago every face was enrolled. */
export async function age(interval: string): Promise<void> {
  await databasePool().query('UPDATE face_templates SET enrolled_at = now() - $1::interval', [
    interval,
  ]);
}

/** So many lemonades, ¥16 each. */
export async function lemonades(quantity: number, guest = atCounter) {
  const order = orderOf('lemonade');
  const storeId = writtenUuid(guest.terminal?.storeId ?? order.storeId);
  const lines = [{ productId: 'lemonade', quantity, choiceIds: [] }];
  return value(await placeOrder(guest, { ...order, storeId, lines }));
}

export type Placed = Awaited<ReturnType<typeof lemonades>>;

/** Mina smiles for it. */
export function mineAt(guest: GuestActor, { payment }: Placed) {
  return smile(guest, payment.id, MINA_FACE, mina.phone);
}

export interface Judged {
  readonly id: Uuid;
  readonly outcome: string;
  readonly nearestId: string | null;
  readonly over: readonly { reason: string; value: string; max: string }[] | null;
}

/** What the latest face check of this payment came to. */
export async function judgedFor({ payment }: Placed): Promise<Judged> {
  const { rows } = await databasePool().query<Judged>(
    `SELECT id, outcome, nearest_id AS "nearestId", over_limits AS over FROM challenges
      WHERE payment_id = $1 ORDER BY issued_at DESC LIMIT 1`,
    [payment.id],
  );
  const [row] = rows;
  if (!row) throw new Error('nothing was judged');
  return row;
}

/** Mina's smile is recognised, and asked for the PIN for these reasons. */
export async function expectStepUp(placed: Placed, reasons: readonly string[]): Promise<void> {
  expect(await mineAt(atCounter, placed)).toMatchObject({ code: 'one-more-thing' });
  const { over } = await judgedFor(placed);
  expect(over?.map(({ reason }) => reason)).toEqual(reasons);
}
