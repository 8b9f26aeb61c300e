import { phoneCodeSchema } from '@/lib/api/shoppers';
import { addressOf } from '@/lib/server/access/address';
import { action } from '@/lib/server/http/action';
import { withAnswerFloor } from '@/lib/server/http/with-answer-floor';
import { sendPhoneCode } from '@/lib/server/shoppers/send-phone-code';

export const POST = withAnswerFloor(
  action('POST /api/phone-codes', { body: phoneCodeSchema, status: 201 }, (_, { body, request }) =>
    sendPhoneCode(body, addressOf(request)),
  ),
);
