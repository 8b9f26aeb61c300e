import { emptySchema } from '@/lib/api/common';
import { terminalAction } from '@/lib/server/http/action';
import { unpair } from '@/lib/server/terminals/pair-terminal';

export const POST = terminalAction({ body: emptySchema, status: 204 }, (terminal) =>
  unpair(terminal),
);
