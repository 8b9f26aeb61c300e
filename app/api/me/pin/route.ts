import { setPinSchema } from '@/lib/api/shoppers';
import { action } from '@/lib/server/http/action';
import { setPin } from '@/lib/server/shoppers/set-pin';

export const PUT = action(
  'PUT /api/me/pin',
  { body: setPinSchema, status: 204 },
  (shopper, { body }) => setPin(shopper, body),
);
