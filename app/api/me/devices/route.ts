import { registerDeviceSchema } from '@/lib/api/devices';
import { registerPhone } from '@/lib/server/access/own-phone';
import { shopperAction } from '@/lib/server/http/action';

export const POST = shopperAction(
  { body: registerDeviceSchema, status: 201 },
  (shopper, { body }) => registerPhone(shopper, body),
);
