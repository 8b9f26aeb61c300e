import { settlementSchema } from '@/lib/api/operator';
import { action, paramsWithId } from '@/lib/server/http/action';
import { settleDispute } from '@/lib/server/operators/settle-disputes';

export const POST = action(
  'POST /api/operator/disputes/:id/settlement',
  { params: paramsWithId, body: settlementSchema, status: 204 },
  (operator, { params, body }) => settleDispute(operator, params.id, body),
);
