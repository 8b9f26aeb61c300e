import { identifySchema } from '@/lib/api/payments';
import { paramsWithId, terminalAction } from '@/lib/server/http/action';
import { identify } from '@/lib/server/payments/identify';

export const POST = terminalAction(
  { params: paramsWithId, body: identifySchema },
  (terminal, { params, body }) => identify(terminal, params.id, body),
);
