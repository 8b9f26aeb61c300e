import 'server-only';
import type { StaffActor } from '@/lib/access/actors';
import { mayManage } from '@/lib/access/roles';
import type { Uuid } from '@/lib/ids/uuid';
import { now } from '../clock';
import { deleteMember, findMembers } from '../db/staff-store';
import { done, refused, type Result } from '../result';

/** Signed out everywhere at once; what they did stays in the audit trail. Nobody removes themselves. */
export async function removeMember(
  { id, storeId, role }: StaffActor,
  memberId: Uuid,
): Promise<Result<undefined>> {
  const member = (await findMembers(storeId)).find((one) => one.id === memberId);
  if (!member) return refused('not-found');
  if (!mayManage(role, member.role)) return refused('not-allowed');
  const by = { kind: 'staff', id } as const;
  const subject = { kind: 'staff', id: memberId } as const;
  const note = { action: 'staff.removed', by, subject, details: { name: member.name } } as const;
  const isGone = await deleteMember(member, storeId, note, now());
  return isGone ? done(undefined) : refused('not-found');
}
