import { emptySchema } from '@/lib/api/common';
import { addressOf } from '@/lib/server/access/address';
import { action } from '@/lib/server/http/action';
import { sendOwnPhoneCode } from '@/lib/server/shoppers/send-phone-code';

export const POST = action(
  'POST /api/me/phone/code',
  { body: emptySchema, status: 201 },
  (shopper, { request }) => sendOwnPhoneCode(shopper, addressOf(request)),
);
