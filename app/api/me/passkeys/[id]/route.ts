import { action, paramsWithId } from '@/lib/server/http/action';
import { removeOwnPasskey } from '@/lib/server/shoppers/register-passkey';

export const DELETE = action(
  'DELETE /api/me/passkeys/:id',
  { params: paramsWithId, status: 204 },
  (shopper, { params }) => removeOwnPasskey(shopper, params.id),
);
