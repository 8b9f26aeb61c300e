import { consentSchema } from '@/lib/api/shoppers';
import { shopperAction } from '@/lib/server/http/action';
import { consent } from '@/lib/server/shoppers/profile';

export const POST = shopperAction({ body: consentSchema, status: 204 }, (shopper) =>
  consent(shopper),
);
