import { emptySchema } from '@/lib/api/common';
import { action, paramsWithId } from '@/lib/server/http/action';
import { dispatchOrder } from '@/lib/server/orders/dispatch-order';

export const POST = action(
  'POST /api/staff/orders/:id/dispatch',
  { params: paramsWithId, body: emptySchema },
  (staff, { params }) => dispatchOrder(staff, params.id),
);
