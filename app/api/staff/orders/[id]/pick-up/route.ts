import { emptySchema } from '@/lib/api/common';
import { action, paramsWithId } from '@/lib/server/http/action';
import { markOrderPickedUp } from '@/lib/server/orders/mark-order-picked-up';

export const POST = action(
  'POST /api/staff/orders/:id/pick-up',
  { params: paramsWithId, body: emptySchema },
  (staff, { params }) => markOrderPickedUp(staff, params.id),
);
