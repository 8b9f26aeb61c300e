import { confirmationSchema } from '@/lib/api/confirmations';
import { currentRelyingParty } from '@/lib/server/access/passkeys/relying-party';
import { action } from '@/lib/server/http/action';
import { beginOwnConfirmation } from '@/lib/server/shoppers/begin-own-confirmation';

export const POST = action(
  'POST /api/me/confirmations',
  { body: confirmationSchema, status: 201, keepAnswer: 'never' },
  async (shopper, { body }) => beginOwnConfirmation(shopper, body, await currentRelyingParty()),
);
