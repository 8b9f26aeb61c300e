import { refundSchema } from '@/lib/api/staff';
import { paramsWithId, staffAction } from '@/lib/server/http/action';
import { refundOrder } from '@/lib/server/orders/refund-order';

export const POST = staffAction(
  { params: paramsWithId, body: refundSchema },
  (staff, { params, body }) => refundOrder(staff, params.id, body),
);
