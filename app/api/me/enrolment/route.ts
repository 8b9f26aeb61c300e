import { enrolSchema } from '@/lib/api/shoppers';
import { shopperAction } from '@/lib/server/http/action';
import { enrol } from '@/lib/server/people/enrol';

export const POST = shopperAction({ body: enrolSchema, status: 201 }, (shopper, { body }) =>
  enrol(shopper, body),
);
