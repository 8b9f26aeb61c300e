import { emptySchema } from '@/lib/api/common';
import { paramsWithId, shopperAction } from '@/lib/server/http/action';
import { confirmReceipt } from '@/lib/server/payments/confirm-receipt';

export const POST = shopperAction(
  { params: paramsWithId, body: emptySchema },
  (shopper, { params }) => confirmReceipt(shopper, params.id),
);
