import { caseDecisionSchema } from '@/lib/api/cases';
import { action, paramsWithId } from '@/lib/server/http/action';
import { decideCase } from '@/lib/server/operators/decide-cases';

export const POST = action(
  'POST /api/operator/cases/:id/decision',
  { params: paramsWithId, body: caseDecisionSchema, status: 204 },
  (operator, { params, body }) => decideCase(operator, params.id, body),
);
