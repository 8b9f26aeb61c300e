import { enrolmentChallengeSchema } from '@/lib/api/shoppers';
import { shopperAction } from '@/lib/server/http/action';
import { beginEnrolment } from '@/lib/server/people/enrol';

export const POST = shopperAction(
  { body: enrolmentChallengeSchema, status: 201 },
  (shopper, { body }) => beginEnrolment(shopper, body),
);
