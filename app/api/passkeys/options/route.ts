import { emptySchema } from '@/lib/api/common';
import { addressOf } from '@/lib/server/access/address';
import { rationed } from '@/lib/server/access/limit-by-address';
import { beginSignIn } from '@/lib/server/access/passkeys/begin-sign-in';
import { currentRelyingParty } from '@/lib/server/access/passkeys/relying-party';
import { action } from '@/lib/server/http/action';

export const POST = action(
  'POST /api/passkeys/options',
  { body: emptySchema, status: 201, keepAnswer: 'never' },
  (_, { request }) =>
    rationed('passkey:address', addressOf(request), async () =>
      beginSignIn(await currentRelyingParty()),
    ),
);
