import { forgetPhone } from '@/lib/server/access/own-phone';
import { action, paramsWithId } from '@/lib/server/http/action';

export const DELETE = action(
  'DELETE /api/me/devices/:id',
  { params: paramsWithId, status: 204 },
  (shopper, { params }) => forgetPhone(shopper, params.id),
);
