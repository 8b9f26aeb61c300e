import { enrolmentChallengeSchema } from '@/lib/api/shoppers';
import { action } from '@/lib/server/http/action';
import { addressOf } from '@/lib/server/access/address';
import { beginEnrolment } from '@/lib/server/shoppers/begin-enrolment';

export const POST = action(
  'POST /api/me/enrolment/challenge',
  { body: enrolmentChallengeSchema, status: 201 },
  (shopper, { body, request }) => beginEnrolment(shopper, body, addressOf(request)),
);
