import { action, paramsWithId } from '@/lib/server/http/action';
import { readCase } from '@/lib/server/operators/decide-cases';

export const GET = action(
  'GET /api/operator/cases/:id',
  { params: paramsWithId },
  (_, { params }) => readCase(params.id),
);
