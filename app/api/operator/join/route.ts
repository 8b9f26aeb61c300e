import { joinSchema } from '@/lib/api/members';
import { addressOf } from '@/lib/server/access/address';
import { action } from '@/lib/server/http/action';
import { joinOperators } from '@/lib/server/operators/join-operators';

export const POST = action(
  'POST /api/operator/join',
  { body: joinSchema, status: 201 },
  (_, { body, request }) => joinOperators(body, addressOf(request)),
);
