import { emptySchema } from '@/lib/api/common';
import { action } from '@/lib/server/http/action';
import { done } from '@/lib/server/result';
import { newPairingCode } from '@/lib/server/terminals/pair-terminal';

export const POST = action(
  'POST /api/staff/pairing-codes',
  { body: emptySchema, status: 201, keepAnswer: 'never' },
  async ({ storeId }) => done(await newPairingCode(storeId)),
);
