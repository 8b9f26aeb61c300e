import { rejectSchema } from '@/lib/api/staff';
import { paramsWithId, staffAction } from '@/lib/server/http/action';
import { rejectOrder } from '@/lib/server/staff/work';

export const POST = staffAction(
  { params: paramsWithId, body: rejectSchema },
  (staff, { params, body }) => rejectOrder(staff, params.id, body),
);
