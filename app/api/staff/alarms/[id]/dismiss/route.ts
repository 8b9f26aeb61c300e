import { emptySchema } from '@/lib/api/common';
import { paramsWithId, staffAction } from '@/lib/server/http/action';
import { alarmSeen } from '@/lib/server/terminals/alarms';

export const POST = staffAction(
  { params: paramsWithId, body: emptySchema, status: 204 },
  (staff, { params }) => alarmSeen(staff, params.id),
);
