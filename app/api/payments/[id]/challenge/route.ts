import { challengeSchema } from '@/lib/api/payments';
import { guestAction, paramsWithId } from '@/lib/server/http/action';
import { beginPayment } from '@/lib/server/payments/begin-face-check';

export const POST = guestAction(
  { params: paramsWithId, body: challengeSchema, status: 201 },
  (guest, { params, body }) => beginPayment(guest, params.id, body),
);
