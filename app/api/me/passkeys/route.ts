import { addPasskeySchema } from '@/lib/api/passkeys';
import { listPasskeys } from '@/lib/server/access/passkeys/list-passkeys';
import { currentRelyingParty } from '@/lib/server/access/passkeys/relying-party';
import { action } from '@/lib/server/http/action';
import { registerPasskey } from '@/lib/server/shoppers/register-passkey';

export const GET = action('GET /api/me/passkeys', {}, ({ id }) =>
  listPasskeys({ audience: 'shopper', subjectId: id }),
);

export const POST = action(
  'POST /api/me/passkeys',
  { body: addPasskeySchema, status: 201 },
  async (shopper, { body }) => registerPasskey(shopper, body, await currentRelyingParty()),
);
