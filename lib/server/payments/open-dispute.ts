import type { ShopperActor } from '@/lib/access/actors';
import type { PlacedOrder } from '@/lib/api/orders';
import type { DisputeRequest } from '@/lib/api/payments';
import type { Uuid } from '@/lib/ids/uuid';
import { disputePayment } from '@/lib/payments/settling';
import type { Result } from '../result';
import { changeOwn } from './confirm-receipt';

/** Something is wrong with the goods: the money stays in escrow until it is settled. */
export function openDispute(
  shopper: ShopperActor,
  paymentId: Uuid,
  { reason }: DisputeRequest,
): Promise<Result<PlacedOrder>> {
  return changeOwn(shopper, paymentId, ({ payment }, moment) =>
    disputePayment(payment, reason, moment),
  );
}
