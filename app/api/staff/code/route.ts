import { staffCodeSchema } from '@/lib/api/members';
import { action } from '@/lib/server/http/action';
import { setStaffCode } from '@/lib/server/staff/set-staff-code';

export const PUT = action(
  'PUT /api/staff/code',
  { body: staffCodeSchema, status: 204 },
  (staff, { body }) => setStaffCode(staff, body),
);
