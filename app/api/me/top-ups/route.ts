import { topUpSchema } from '@/lib/api/wallet';
import { shopperAction } from '@/lib/server/http/action';
import { topUp } from '@/lib/server/shoppers/wallet';

export const POST = shopperAction({ body: topUpSchema }, (shopper, { body }) =>
  topUp(shopper, body),
);
