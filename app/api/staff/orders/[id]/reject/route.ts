import { rejectSchema } from '@/lib/api/staff';
import { paramsWithId, staffAction } from '@/lib/server/http/action';
import { rejectOrder } from '@/lib/server/orders/work-on-order';

export const POST = staffAction(
  { params: paramsWithId, body: rejectSchema },
  (staff, { params, body }) => rejectOrder(staff, params.id, body),
);
