import { beginByPasskeySchema } from '@/lib/api/payments';
import { currentRelyingParty } from '@/lib/server/access/passkeys/relying-party';
import { action, paramsWithId } from '@/lib/server/http/action';
import { beginByPasskey } from '@/lib/server/payments/authorize-by-passkey';

export const POST = action(
  'POST /api/payments/:id/passkey/options',
  { params: paramsWithId, body: beginByPasskeySchema, status: 201, keepAnswer: 'never' },
  async (shopper, { params, body }) =>
    beginByPasskey(shopper, params.id, body.intentHash, await currentRelyingParty()),
);
