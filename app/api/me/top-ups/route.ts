import { topUpSchema } from '@/lib/api/wallet';
import { action } from '@/lib/server/http/action';
import { topUp } from '@/lib/server/shoppers/wallet';

export const POST = action('POST /api/me/top-ups', { body: topUpSchema }, (shopper, { body }) =>
  topUp(shopper, body),
);
