import { emptySchema } from '@/lib/api/common';
import { paramsWithId, staffAction } from '@/lib/server/http/action';
import { markDispatched } from '@/lib/server/orders/work-on-order';

export const POST = staffAction({ params: paramsWithId, body: emptySchema }, (staff, { params }) =>
  markDispatched(staff, params.id),
);
