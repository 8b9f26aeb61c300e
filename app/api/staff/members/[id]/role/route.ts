import { memberRoleSchema } from '@/lib/api/members';
import { action, paramsWithId } from '@/lib/server/http/action';
import { changeRole } from '@/lib/server/staff/change-role';

export const PUT = action(
  'PUT /api/staff/members/:id/role',
  { params: paramsWithId, body: memberRoleSchema, status: 204 },
  (owner, { params, body }) => changeRole(owner, params.id, body),
);
