import { emptySchema } from '@/lib/api/common';
import { paramsWithId, staffAction } from '@/lib/server/http/action';
import { markReady } from '@/lib/server/orders/work-on-order';

export const POST = staffAction({ params: paramsWithId, body: emptySchema }, (staff, { params }) =>
  markReady(staff, params.id),
);
