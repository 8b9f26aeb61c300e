import { forgetPhone } from '@/lib/server/access/own-phone';
import { paramsWithId, shopperAction } from '@/lib/server/http/action';

export const DELETE = shopperAction({ params: paramsWithId, status: 204 }, (shopper, { params }) =>
  forgetPhone(shopper, params.id),
);
