import { emptySchema } from '@/lib/api/common';
import { action } from '@/lib/server/http/action';
import { done } from '@/lib/server/result';
import { createPairingCode } from '@/lib/server/terminals/create-pairing-code';

export const POST = action(
  'POST /api/staff/pairing-codes',
  { body: emptySchema, status: 201, keepAnswer: 'never' },
  async ({ id, storeId }) => done(await createPairingCode(storeId, { kind: 'staff', id })),
);
