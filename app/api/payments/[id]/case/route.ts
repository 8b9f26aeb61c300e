import { emptySchema } from '@/lib/api/common';
import { openCase } from '@/lib/server/cases/open-case';
import { action, paramsWithId } from '@/lib/server/http/action';

export const POST = action(
  'POST /api/payments/:id/case',
  { params: paramsWithId, body: emptySchema },
  (shopper, { params }) => openCase(shopper, params.id),
);
