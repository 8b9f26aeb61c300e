import { payByPasskeySchema } from '@/lib/api/payments';
import { currentRelyingParty } from '@/lib/server/access/passkeys/relying-party';
import { action, paramsWithId } from '@/lib/server/http/action';
import { authorizeByPasskey } from '@/lib/server/payments/authorize-by-passkey';

export const POST = action(
  'POST /api/payments/:id/passkey',
  { params: paramsWithId, body: payByPasskeySchema },
  async (shopper, { params, body }) =>
    authorizeByPasskey(shopper, params.id, body.passkey, await currentRelyingParty()),
);
