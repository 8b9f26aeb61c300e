import 'server-only';
import type { StaffActor } from '@/lib/access/actors';
import type { HiredRole } from '@/lib/access/roles';
import type { Uuid } from '@/lib/ids/uuid';
import { now } from '../clock';
import { setMemberRole } from '../db/staff-store';
import { done, refused, type Result } from '../result';

/** From the member's next request on. The owner's own role does not change. */
export async function changeRole(
  { id, storeId }: Pick<StaffActor, 'id' | 'storeId'>,
  memberId: Uuid,
  { role }: { readonly role: HiredRole },
): Promise<Result<undefined>> {
  const by = { kind: 'staff', id } as const;
  const subject = { kind: 'staff', id: memberId } as const;
  const note = { action: 'staff.role-changed', by, subject, details: { role } } as const;
  const isSet = await setMemberRole(memberId, storeId, role, note, now());
  return isSet ? done(undefined) : refused('not-found');
}
