import 'server-only';
import type { StaffActor } from '@/lib/access/actors';
import { beginRegistration } from '../access/passkeys/begin-registration';
import type { RelyingParty } from '../access/passkeys/relying-party';
import { proveStaffPassword } from '../access/prove-staff-password';

/** Whoever finds a tablet that is signed in must not add a key of their own. */
export async function beginStaffPasskey(
  { id, name }: Pick<StaffActor, 'id' | 'name'>,
  { password }: { readonly password: string },
  relyingParty: RelyingParty,
) {
  const proven = await proveStaffPassword(id, password);
  if (!proven.ok) return proven;
  const names = { userName: proven.value.email, displayName: name };
  return beginRegistration({ audience: 'staff', subjectId: id }, names, relyingParty);
}
