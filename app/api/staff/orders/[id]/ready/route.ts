import { emptySchema } from '@/lib/api/common';
import { action, paramsWithId } from '@/lib/server/http/action';
import { markOrderReady } from '@/lib/server/orders/mark-order-ready';

export const POST = action(
  'POST /api/staff/orders/:id/ready',
  { params: paramsWithId, body: emptySchema },
  (staff, { params }) => markOrderReady(staff, params.id),
);
