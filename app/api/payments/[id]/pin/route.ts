import { payByPinSchema } from '@/lib/api/payments';
import { action, paramsWithId } from '@/lib/server/http/action';
import { authorizeByPin } from '@/lib/server/payments/authorize-payment';

export const POST = action(
  'POST /api/payments/:id/pin',
  { params: paramsWithId, body: payByPinSchema },
  (guest, { params, body }) => authorizeByPin(guest, params.id, body),
);
