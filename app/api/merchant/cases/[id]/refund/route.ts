import { emptySchema } from '@/lib/api/common';
import { refundCase } from '@/lib/server/cases/merchant-cases';
import { action, paramsWithId } from '@/lib/server/http/action';

export const POST = action(
  'POST /api/merchant/cases/:id/refund',
  { params: paramsWithId, body: emptySchema, status: 204 },
  (manager, { params }) => refundCase(manager, params.id),
);
