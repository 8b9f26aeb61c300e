import { emptySchema } from '@/lib/api/common';
import { action } from '@/lib/server/http/action';
import { unpair } from '@/lib/server/terminals/pair-terminal';

export const POST = action(
  'POST /api/terminals/unpair',
  { body: emptySchema, status: 204 },
  (terminal) => unpair(terminal),
);
