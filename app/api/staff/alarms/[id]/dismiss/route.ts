import { emptySchema } from '@/lib/api/common';
import { action, paramsWithId } from '@/lib/server/http/action';
import { alarmSeen } from '@/lib/server/terminals/alarms';

export const POST = action(
  'POST /api/staff/alarms/:id/dismiss',
  { params: paramsWithId, body: emptySchema, status: 204 },
  (staff, { params }) => alarmSeen(staff, params.id),
);
