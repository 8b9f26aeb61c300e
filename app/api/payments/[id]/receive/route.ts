import { emptySchema } from '@/lib/api/common';
import { action, paramsWithId } from '@/lib/server/http/action';
import { confirmReceipt } from '@/lib/server/payments/confirm-receipt';

export const POST = action(
  'POST /api/payments/:id/receive',
  { params: paramsWithId, body: emptySchema },
  (shopper, { params }) => confirmReceipt(shopper, params.id),
);
