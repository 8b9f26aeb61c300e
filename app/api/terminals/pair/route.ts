import { pairSchema } from '@/lib/api/terminals';
import { addressOf } from '@/lib/server/access/address';
import { action } from '@/lib/server/http/action';
import { pairTerminal } from '@/lib/server/terminals/pair-terminal';

export const POST = action(
  'POST /api/terminals/pair',
  { body: pairSchema, status: 201 },
  (_, { body, request }) => pairTerminal(body, addressOf(request)),
);
