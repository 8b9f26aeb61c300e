import { signUpSchema } from '@/lib/api/shoppers';
import { addressOf } from '@/lib/server/access/address';
import { rationed } from '@/lib/server/access/limit-by-address';
import { action } from '@/lib/server/http/action';
import { withAnswerFloor } from '@/lib/server/http/with-answer-floor';
import { signUp } from '@/lib/server/shoppers/sign-up';

export const POST = withAnswerFloor(
  action('POST /api/shoppers', { body: signUpSchema, status: 201 }, (_, { body, request }) => {
    const address = addressOf(request);
    return rationed('sign-up:address', address, () => signUp(body, address));
  }),
);
