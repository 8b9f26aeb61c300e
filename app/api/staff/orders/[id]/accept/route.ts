import { acceptSchema } from '@/lib/api/staff';
import { action, paramsWithId } from '@/lib/server/http/action';
import { acceptOrder } from '@/lib/server/orders/accept-order';

export const POST = action(
  'POST /api/staff/orders/:id/accept',
  { params: paramsWithId, body: acceptSchema },
  (staff, { params, body }) => acceptOrder(staff, params.id, body),
);
