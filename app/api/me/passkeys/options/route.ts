import { emptySchema } from '@/lib/api/common';
import { currentRelyingParty } from '@/lib/server/access/passkeys/relying-party';
import { action } from '@/lib/server/http/action';
import { beginOwnRegistration } from '@/lib/server/shoppers/register-passkey';

export const POST = action(
  'POST /api/me/passkeys/options',
  { body: emptySchema, status: 201, keepAnswer: 'never' },
  async (shopper) => beginOwnRegistration(shopper, await currentRelyingParty()),
);
