import { emptySchema } from '@/lib/api/common';
import { action, paramsWithId } from '@/lib/server/http/action';
import { markPickedUp } from '@/lib/server/orders/work-on-order';

export const POST = action(
  'POST /api/staff/orders/:id/pick-up',
  { params: paramsWithId, body: emptySchema },
  (staff, { params }) => markPickedUp(staff, params.id),
);
