import { enrolSchema } from '@/lib/api/shoppers';
import { action } from '@/lib/server/http/action';
import { addressOf } from '@/lib/server/access/address';
import { withAnswerFloor } from '@/lib/server/http/with-answer-floor';
import { addEnrolmentPicture } from '@/lib/server/shoppers/enrol-face';

export const POST = withAnswerFloor(
  action(
    'POST /api/me/enrolment',
    { body: enrolSchema, status: 201 },
    (shopper, { body, request }) => addEnrolmentPicture(shopper, body, addressOf(request)),
  ),
);
