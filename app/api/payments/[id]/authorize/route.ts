import { authorizeSchema } from '@/lib/api/payments';
import { guestAction, paramsWithId } from '@/lib/server/http/action';
import { withAnswerFloor } from '@/lib/server/http/with-answer-floor';
import { authorizeByFace } from '@/lib/server/confirmation/confirm-by-face-check';

export const POST = withAnswerFloor(
  guestAction({ params: paramsWithId, body: authorizeSchema }, (guest, { params, body }) =>
    authorizeByFace(guest, params.id, body),
  ),
);
