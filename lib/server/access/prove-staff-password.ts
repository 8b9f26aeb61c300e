import 'server-only';
import { findStaffById, type StaffSecretRow } from '../db/staff-store';
import type { Result } from '../result';
import { proveSecret } from './prove-secret';

/** As `provePassword`, for whoever is signed in on a tablet. */
export function proveStaffPassword(
  staffId: string,
  password: string,
): Promise<Result<StaffSecretRow>> {
  return proveSecret({
    typed: password,
    find: () => findStaffById(staffId),
    hashOf: ({ passwordHash }) => passwordHash,
    own: { kind: 'password:signed-in', id: staffId },
    others: [],
    lane: 'known',
    codes: { wrong: 'wrong-password', stopped: 'rate-limited' },
    onWrong: () => Promise.resolve(),
  });
}
