import { identifySchema } from '@/lib/api/payments';
import { action, paramsWithId } from '@/lib/server/http/action';
import { addressOf } from '@/lib/server/access/address';
import { withAnswerFloor } from '@/lib/server/http/with-answer-floor';
import { identify } from '@/lib/server/confirmation/identify-payer';

export const POST = withAnswerFloor(
  action(
    'POST /api/payments/:id/identify',
    { params: paramsWithId, body: identifySchema },
    (terminal, { params, body, request }) =>
      identify(terminal, params.id, body, addressOf(request)),
  ),
);
