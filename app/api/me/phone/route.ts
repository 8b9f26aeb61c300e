import { changePhoneSchema } from '@/lib/api/shoppers';
import { addressOf } from '@/lib/server/access/address';
import { action } from '@/lib/server/http/action';
import { changePhone } from '@/lib/server/shoppers/change-phone';

export const PUT = action(
  'PUT /api/me/phone',
  { body: changePhoneSchema, status: 204 },
  (shopper, { body, request }) => changePhone(shopper, body, addressOf(request)),
);
