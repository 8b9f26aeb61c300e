import { provePhoneSchema } from '@/lib/api/shoppers';
import { addressOf } from '@/lib/server/access/address';
import { action } from '@/lib/server/http/action';
import { proveOwnPhone } from '@/lib/server/shoppers/prove-own-phone';

export const POST = action(
  'POST /api/me/phone/proof',
  { body: provePhoneSchema, status: 204 },
  (shopper, { body, request }) => proveOwnPhone(shopper, body, addressOf(request)),
);
