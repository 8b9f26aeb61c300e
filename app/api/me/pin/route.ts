import { setPinSchema } from '@/lib/api/shoppers';
import { shopperAction } from '@/lib/server/http/action';
import { setPin } from '@/lib/server/shoppers/profile';

export const PUT = shopperAction({ body: setPinSchema, status: 204 }, (shopper, { body }) =>
  setPin(shopper, body),
);
