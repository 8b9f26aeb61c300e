import { enrolmentChallengeSchema } from '@/lib/api/shoppers';
import { shopperAction } from '@/lib/server/http/action';
import { addressOf } from '@/lib/server/access/address';
import { beginEnrolment } from '@/lib/server/shoppers/enrol-face';

export const POST = shopperAction(
  { body: enrolmentChallengeSchema, status: 201 },
  (shopper, { body, request }) => beginEnrolment(shopper, body, addressOf(request)),
);
