import { emptySchema } from '@/lib/api/common';
import { action } from '@/lib/server/http/action';
import { unpairThisTerminal } from '@/lib/server/terminals/unpair-this-terminal';

export const POST = action(
  'POST /api/terminals/unpair',
  { body: emptySchema, status: 204 },
  (terminal) => unpairThisTerminal(terminal),
);
