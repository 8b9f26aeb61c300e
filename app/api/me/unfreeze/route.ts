import { unfreezeSchema } from '@/lib/api/shoppers';
import { action } from '@/lib/server/http/action';
import { unfreeze } from '@/lib/server/shoppers/freeze-wallet';

export const POST = action(
  'POST /api/me/unfreeze',
  { body: unfreezeSchema, status: 204 },
  (shopper, { body }) => unfreeze(shopper, body),
);
