import { emptySchema } from '@/lib/api/common';
import { action } from '@/lib/server/http/action';
import { freezeWallet } from '@/lib/server/shoppers/freeze-wallet';

export const POST = action('POST /api/me/freeze', { body: emptySchema, status: 204 }, (shopper) =>
  freezeWallet(shopper),
);
