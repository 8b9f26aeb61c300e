import { pairSchema } from '@/lib/api/terminals';
import { addressOf } from '@/lib/server/access/address';
import { publicAction } from '@/lib/server/http/action';
import { pair } from '@/lib/server/terminals/pair-terminal';

export const POST = publicAction({ body: pairSchema, status: 201 }, (_, { body, request }) =>
  pair(body, addressOf(request)),
);
