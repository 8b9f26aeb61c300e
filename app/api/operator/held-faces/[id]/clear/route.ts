import { emptySchema } from '@/lib/api/common';
import { action, paramsWithId } from '@/lib/server/http/action';
import { clearFace } from '@/lib/server/operators/clear-held-faces';

export const POST = action(
  'POST /api/operator/held-faces/:id/clear',
  { params: paramsWithId, body: emptySchema, status: 204 },
  (operator, { params }) => clearFace(operator, params.id),
);
