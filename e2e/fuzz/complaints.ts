import type { Queryable } from '@/lib/server/db/queryable';
import { must, orderOnline, type Placed, type Shopper } from '../abuse/people';
import { payByPin } from './belongings';

/** Online, paid, and something is wrong with the goods. @returns the payment's id */
export async function disputed(shopper: Shopper): Promise<string> {
  const order = await orderOnline(shopper);
  await payByPin(shopper.browser, order, {});
  const path = `/api/payments/${order.paymentId}/dispute`;
  await must(shopper.browser, 'POST', path, { reason: 'damaged' });
  return order.paymentId;
}

/** As if a face had paid, and its owner had said that it was not theirs. @returns the payment's id */
export async function doubted(db: Queryable, { paymentId }: Placed): Promise<string> {
  await db.query(
    `UPDATE payments SET data = jsonb_set(data, '{payer,method}', '"face"') WHERE id = $1`,
    [paymentId],
  );
  await db.query(
    `INSERT INTO cases (payment_id, shopper_id, opened_at)
     SELECT id, payer_id, created_at FROM payments WHERE id = $1`,
    [paymentId],
  );
  return paymentId;
}

/**
 * A face that looks like another one's. It is no face that could be opened, and it is held, so
 * that nothing is compared with it.
 *
 * @returns the shopper's id
 */
export async function held(db: Queryable, { phone }: Shopper): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `INSERT INTO face_templates (id, shopper_id, model_id, wrapped_key, sealed, held_at, enrolled_at)
     SELECT gen_random_uuid(), id, 'none', '', '', created_at, created_at
       FROM shoppers WHERE phone = $1 RETURNING shopper_id AS id`,
    [phone],
  );
  return rows[0]?.id ?? '';
}
