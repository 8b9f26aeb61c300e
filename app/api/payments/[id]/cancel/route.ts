import { emptySchema } from '@/lib/api/common';
import { guestAction, paramsWithId } from '@/lib/server/http/action';
import { cancel } from '@/lib/server/payments/read-payment';

export const POST = guestAction({ params: paramsWithId, body: emptySchema }, (guest, { params }) =>
  cancel(guest, params.id),
);
