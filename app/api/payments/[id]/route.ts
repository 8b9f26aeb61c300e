import { guestAction, paramsWithId } from '@/lib/server/http/action';
import { readPayment } from '@/lib/server/payments/read-payment';

export const GET = guestAction({ params: paramsWithId }, (guest, { params }) =>
  readPayment(guest, params.id),
);
