import { emptySchema } from '@/lib/api/common';
import { staffAction } from '@/lib/server/http/action';
import { done } from '@/lib/server/result';
import { newPairingCode } from '@/lib/server/terminals/pair-terminal';

export const POST = staffAction(
  { body: emptySchema, status: 201, keepAnswer: 'never' },
  async ({ storeId }) => done(await newPairingCode(storeId)),
);
