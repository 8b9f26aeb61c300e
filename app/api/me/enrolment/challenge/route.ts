import { emptySchema } from '@/lib/api/common';
import { shopperAction } from '@/lib/server/http/action';
import { beginEnrolment } from '@/lib/server/people/enrol';

export const POST = shopperAction({ body: emptySchema, status: 201 }, (shopper) =>
  beginEnrolment(shopper),
);
