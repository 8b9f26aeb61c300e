import { signUpSchema } from '@/lib/api/shoppers';
import { publicAction } from '@/lib/server/http/action';
import { signUp } from '@/lib/server/shoppers/sign-up';

export const POST = publicAction({ body: signUpSchema, status: 201 }, (_, { body }) =>
  signUp(body),
);
