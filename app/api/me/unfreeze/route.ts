import { unfreezeSchema } from '@/lib/api/shoppers';
import { action } from '@/lib/server/http/action';
import { unfreezeWallet } from '@/lib/server/shoppers/unfreeze-wallet';

export const POST = action(
  'POST /api/me/unfreeze',
  { body: unfreezeSchema, status: 204 },
  (shopper, { body }) => unfreezeWallet(shopper, body),
);
