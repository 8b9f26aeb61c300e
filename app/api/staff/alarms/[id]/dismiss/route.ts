import { emptySchema } from '@/lib/api/common';
import { action, paramsWithId } from '@/lib/server/http/action';
import { dismissAlarm } from '@/lib/server/terminals/dismiss-alarm';

export const POST = action(
  'POST /api/staff/alarms/:id/dismiss',
  { params: paramsWithId, body: emptySchema, status: 204 },
  (staff, { params }) => dismissAlarm(staff, params.id),
);
