import { staffPasskeyOptionsSchema } from '@/lib/api/members';
import { currentRelyingParty } from '@/lib/server/access/passkeys/relying-party';
import { action } from '@/lib/server/http/action';
import { beginStaffPasskey } from '@/lib/server/staff/begin-staff-passkey';

export const POST = action(
  'POST /api/staff/passkeys/options',
  { body: staffPasskeyOptionsSchema, status: 201, keepAnswer: 'never' },
  async (staff, { body }) => beginStaffPasskey(staff, body, await currentRelyingParty()),
);
