import { inviteSchema } from '@/lib/api/members';
import { action } from '@/lib/server/http/action';
import { inviteMember } from '@/lib/server/staff/invite-member';

export const POST = action(
  'POST /api/staff/members/invitations',
  { body: inviteSchema, status: 201, keepAnswer: 'never' },
  (staff, { body }) => inviteMember(staff, body),
);
