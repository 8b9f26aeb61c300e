import { emptySchema } from '@/lib/api/common';
import { action, paramsWithId } from '@/lib/server/http/action';
import { cancel } from '@/lib/server/payments/cancel-payment';

export const POST = action(
  'POST /api/payments/:id/cancel',
  { params: paramsWithId, body: emptySchema },
  (guest, { params }) => cancel(guest, params.id),
);
