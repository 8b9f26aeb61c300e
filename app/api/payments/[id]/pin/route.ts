import { payByPinSchema } from '@/lib/api/payments';
import { guestAction, paramsWithId } from '@/lib/server/http/action';
import { authorizeByPin } from '@/lib/server/payments/authorize-payment';

export const POST = guestAction(
  { params: paramsWithId, body: payByPinSchema },
  (guest, { params, body }) => authorizeByPin(guest, params.id, body),
);
