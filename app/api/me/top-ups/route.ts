import { topUpSchema } from '@/lib/api/wallet';
import { action } from '@/lib/server/http/action';
import { topUpWallet } from '@/lib/server/shoppers/top-up-wallet';

export const POST = action('POST /api/me/top-ups', { body: topUpSchema }, (shopper, { body }) =>
  topUpWallet(shopper, body),
);
