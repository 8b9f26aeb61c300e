import { refundSchema } from '@/lib/api/staff';
import { action, paramsWithId } from '@/lib/server/http/action';
import { refundOrder } from '@/lib/server/orders/refund-order';

export const POST = action(
  'POST /api/staff/orders/:id/refund',
  { params: paramsWithId, body: refundSchema },
  (staff, { params, body }) => refundOrder(staff, params.id, body),
);
