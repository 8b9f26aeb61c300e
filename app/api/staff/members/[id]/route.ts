import { action, paramsWithId } from '@/lib/server/http/action';
import { removeMember } from '@/lib/server/staff/remove-member';

export const DELETE = action(
  'DELETE /api/staff/members/:id',
  { params: paramsWithId, status: 204 },
  (staff, { params }) => removeMember(staff, params.id),
);
