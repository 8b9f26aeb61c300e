import 'server-only';
import type { StaffActor } from '@/lib/access/actors';
import { mayManage } from '@/lib/access/roles';
import type { StaffMembers } from '@/lib/api/members';
import { now } from '../clock';
import { findInvitations } from '../db/invitations-store';
import { findMembers } from '../db/staff-store';
import { done, type Result } from '../result';

export async function listMembers({
  id,
  storeId,
  role,
}: Pick<StaffActor, 'id' | 'storeId' | 'role'>): Promise<Result<StaffMembers>> {
  const [members, invitations] = await Promise.all([
    findMembers(storeId),
    findInvitations(storeId, now()),
  ]);
  return done({
    members: members.map((member) => ({
      ...member,
      isYou: member.id === id,
      mayRemove: mayManage(role, member.role),
    })),
    invitations: invitations.map(({ expiresAt, ...invitation }) => ({
      ...invitation,
      expiresAt: expiresAt.toISOString(),
    })),
  });
}
