import { unfreezeSchema } from '@/lib/api/shoppers';
import { shopperAction } from '@/lib/server/http/action';
import { unfreeze } from '@/lib/server/shoppers/freeze-wallet';

export const POST = shopperAction({ body: unfreezeSchema, status: 204 }, (shopper, { body }) =>
  unfreeze(shopper, body),
);
