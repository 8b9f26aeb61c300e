import { acceptSchema } from '@/lib/api/staff';
import { paramsWithId, staffAction } from '@/lib/server/http/action';
import { acceptOrder } from '@/lib/server/orders/work-on-order';

export const POST = staffAction(
  { params: paramsWithId, body: acceptSchema },
  (staff, { params, body }) => acceptOrder(staff, params.id, body),
);
