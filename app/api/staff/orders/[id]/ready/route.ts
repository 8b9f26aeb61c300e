import { emptySchema } from '@/lib/api/common';
import { paramsWithId, staffAction } from '@/lib/server/http/action';
import { markReady } from '@/lib/server/staff/work';

export const POST = staffAction({ params: paramsWithId, body: emptySchema }, (staff, { params }) =>
  markReady(staff, params.id),
);
