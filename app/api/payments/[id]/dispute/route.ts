import { disputeSchema } from '@/lib/api/payments';
import { paramsWithId, shopperAction } from '@/lib/server/http/action';
import { openDispute } from '@/lib/server/payments/confirm-receipt';

export const POST = shopperAction(
  { params: paramsWithId, body: disputeSchema },
  (shopper, { params, body }) => openDispute(shopper, params.id, body),
);
