import { lostPhoneSchema } from '@/lib/api/shoppers';
import { addressOf } from '@/lib/server/access/address';
import { action } from '@/lib/server/http/action';
import { withAnswerFloor } from '@/lib/server/http/with-answer-floor';
import { helpWithLostPhone } from '@/lib/server/shoppers/help-with-lost-phone';

export const POST = withAnswerFloor(
  action('POST /api/lost-phone', { body: lostPhoneSchema, status: 204 }, (_, { body, request }) =>
    helpWithLostPhone(body, addressOf(request)),
  ),
);
