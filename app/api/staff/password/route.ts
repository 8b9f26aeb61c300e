import { staffPasswordSchema } from '@/lib/api/members';
import { currentSessionId } from '@/lib/server/access/sessions';
import { action } from '@/lib/server/http/action';
import { setStaffPassword } from '@/lib/server/staff/set-staff-password';

export const PUT = action(
  'PUT /api/staff/password',
  { body: staffPasswordSchema, status: 204 },
  async (staff, { body }) => setStaffPassword(staff, body, await currentSessionId('staff')),
);
