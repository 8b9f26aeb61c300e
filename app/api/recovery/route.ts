import { recoverSchema } from '@/lib/api/shoppers';
import { addressOf } from '@/lib/server/access/address';
import { action } from '@/lib/server/http/action';
import { withAnswerFloor } from '@/lib/server/http/with-answer-floor';
import { recoverAccount } from '@/lib/server/shoppers/recover-account';

export const POST = withAnswerFloor(
  action('POST /api/recovery', { body: recoverSchema, status: 204 }, (_, { body, request }) =>
    recoverAccount(body, addressOf(request)),
  ),
);
