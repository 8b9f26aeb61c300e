import { addPasskeySchema } from '@/lib/api/passkeys';
import { addPasskey } from '@/lib/server/access/passkeys/add-passkey';
import { listPasskeys } from '@/lib/server/access/passkeys/list-passkeys';
import { currentRelyingParty } from '@/lib/server/access/passkeys/relying-party';
import { action } from '@/lib/server/http/action';

export const GET = action('GET /api/staff/passkeys', {}, ({ id: subjectId }) =>
  listPasskeys({ audience: 'staff', subjectId }),
);

export const POST = action(
  'POST /api/staff/passkeys',
  { body: addPasskeySchema, status: 201 },
  async ({ id: subjectId }, { body }) =>
    addPasskey({ audience: 'staff', subjectId }, body, await currentRelyingParty()),
);
