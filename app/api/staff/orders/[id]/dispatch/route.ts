import { emptySchema } from '@/lib/api/common';
import { action, paramsWithId } from '@/lib/server/http/action';
import { markDispatched } from '@/lib/server/orders/work-on-order';

export const POST = action(
  'POST /api/staff/orders/:id/dispatch',
  { params: paramsWithId, body: emptySchema },
  (staff, { params }) => markDispatched(staff, params.id),
);
