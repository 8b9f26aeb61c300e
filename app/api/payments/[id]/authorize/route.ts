import { authorizeSchema } from '@/lib/api/payments';
import { guestAction, paramsWithId } from '@/lib/server/http/action';
import { authorizeByFace } from '@/lib/server/payments/authorize';

export const POST = guestAction(
  { params: paramsWithId, body: authorizeSchema },
  (guest, { params, body }) => authorizeByFace(guest, params.id, body),
);
