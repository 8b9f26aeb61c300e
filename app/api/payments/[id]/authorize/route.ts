import { authorizeSchema } from '@/lib/api/payments';
import { action, paramsWithId } from '@/lib/server/http/action';
import { withAnswerFloor } from '@/lib/server/http/with-answer-floor';
import { authorizeByFaceCheck } from '@/lib/server/payments/authorize-payment';

export const POST = withAnswerFloor(
  action(
    'POST /api/payments/:id/authorize',
    { params: paramsWithId, body: authorizeSchema },
    (guest, { params, body }) => authorizeByFaceCheck(guest, params.id, body),
  ),
);
