import { emptySchema } from '@/lib/api/common';
import { shopperAction } from '@/lib/server/http/action';
import { freeze } from '@/lib/server/shoppers/freeze-wallet';

export const POST = shopperAction({ body: emptySchema, status: 204 }, (shopper) => freeze(shopper));
