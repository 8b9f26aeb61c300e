import { emptySchema } from '@/lib/api/common';
import { paramsWithId, staffAction } from '@/lib/server/http/action';
import { unpairFromAfar } from '@/lib/server/terminals/unpair-terminal';

export const POST = staffAction(
  { params: paramsWithId, body: emptySchema, status: 204 },
  (staff, { params }) => unpairFromAfar(staff, params.id),
);
