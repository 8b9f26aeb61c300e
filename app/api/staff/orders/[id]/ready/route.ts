import { emptySchema } from '@/lib/api/common';
import { action, paramsWithId } from '@/lib/server/http/action';
import { markReady } from '@/lib/server/orders/work-on-order';

export const POST = action(
  'POST /api/staff/orders/:id/ready',
  { params: paramsWithId, body: emptySchema },
  (staff, { params }) => markReady(staff, params.id),
);
