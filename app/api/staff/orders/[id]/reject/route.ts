import { rejectSchema } from '@/lib/api/staff';
import { action, paramsWithId } from '@/lib/server/http/action';
import { rejectOrder } from '@/lib/server/orders/reject-order';

export const POST = action(
  'POST /api/staff/orders/:id/reject',
  { params: paramsWithId, body: rejectSchema },
  (staff, { params, body }) => rejectOrder(staff, params.id, body),
);
