import { registerDeviceSchema } from '@/lib/api/devices';
import { registerPhone } from '@/lib/server/access/own-phone';
import { action } from '@/lib/server/http/action';

export const POST = action(
  'POST /api/me/devices',
  { body: registerDeviceSchema, status: 201 },
  (shopper, { body }) => registerPhone(shopper, body),
);
