import 'server-only';
import type { z } from 'zod';
import type { StaffActor } from '@/lib/access/actors';
import type { staffPasswordSchema } from '@/lib/api/members';
import { isAcceptablePassword } from '../access/acceptable-password';
import { hashSecret } from '../access/password';
import { proveStaffPassword } from '../access/prove-staff-password';
import { secretWork } from '../access/secret-work';
import { endSessionsOf } from '../access/sessions';
import { now } from '../clock';
import { replaceStaffPassword } from '../db/staff-store';
import { done, refused, type Result } from '../result';

/**
 * A new password, for whoever knows the old one. Every other session of theirs ends.
 *
 * @param sessionId the session that asks; it goes on
 */
export async function setStaffPassword(
  { id, name }: Pick<StaffActor, 'id' | 'name'>,
  { password, newPassword }: z.output<typeof staffPasswordSchema>,
  sessionId: string | null,
): Promise<Result<undefined>> {
  if (!isAcceptablePassword(newPassword, name, '')) return refused('weak-password');
  const proven = await proveStaffPassword(id, password);
  if (!proven.ok) return proven;
  const hashed = await secretWork('known', () => hashSecret(newPassword));
  if (!hashed.ok) return hashed;
  const { passwordHash: previous } = proven.value;
  if (!(await replaceStaffPassword(id, previous, hashed.value, now()))) {
    return refused('wrong-password');
  }
  await endSessionsOf('staff', id, sessionId);
  return done(undefined);
}
