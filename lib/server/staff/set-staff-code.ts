import 'server-only';
import type { z } from 'zod';
import type { StaffActor } from '@/lib/access/actors';
import { isTrivialPin } from '@/lib/access/trivial-pin';
import type { Colleagues, staffCodeSchema } from '@/lib/api/members';
import { takeBackOwn } from '../access/attempts';
import { hashSecret } from '../access/password';
import { proveStaffPassword } from '../access/prove-staff-password';
import { secretWork } from '../access/secret-work';
import { now } from '../clock';
import { findCodes, setCodeHash } from '../db/staff-store';
import { done, refused, type Result } from '../result';

/** For whoever knows the password: a colleague at the same tablet must not choose it. */
export async function setStaffCode(
  { id }: Pick<StaffActor, 'id'>,
  { code, password }: z.output<typeof staffCodeSchema>,
): Promise<Result<undefined>> {
  if (isTrivialPin(code, '')) return refused('weak-pin');
  const proven = await proveStaffPassword(id, password);
  if (!proven.ok) return proven;
  const hashed = await secretWork('known', () => hashSecret(code));
  if (!hashed.ok) return hashed;
  await setCodeHash(id, hashed.value, now());
  // Whatever was guessed before was guessed at another code.
  await takeBackOwn({ kind: 'staff-code:member', id }, []);
  return done(undefined);
}

export async function listColleagues({
  id,
  storeId,
}: Pick<StaffActor, 'id' | 'storeId'>): Promise<Result<Colleagues>> {
  const all = await findCodes(storeId);
  return done({
    hasCode: all.some((member) => member.id === id),
    colleagues: all.flatMap((member) =>
      member.id === id ? [] : [{ id: member.id, name: member.name }],
    ),
  });
}
