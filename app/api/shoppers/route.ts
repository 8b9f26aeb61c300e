import { signUpSchema } from '@/lib/api/shoppers';
import { rationed } from '@/lib/server/access/limit-by-address';
import { addressOf } from '@/lib/server/access/address';
import { action } from '@/lib/server/http/action';
import { withAnswerFloor } from '@/lib/server/http/with-answer-floor';
import { signUp } from '@/lib/server/shoppers/sign-up';

/** The floor hides the time that making an account takes. */
export const POST = withAnswerFloor(
  action('POST /api/shoppers', { body: signUpSchema, status: 201 }, (_, { body, request }) =>
    rationed('sign-up:address', addressOf(request), () => signUp(body)),
  ),
);
