import { emptySchema } from '@/lib/api/common';
import { action, paramsWithId } from '@/lib/server/http/action';
import { unpairTerminal } from '@/lib/server/terminals/unpair-terminal';

export const POST = action(
  'POST /api/staff/terminals/:id/unpair',
  { params: paramsWithId, body: emptySchema, status: 204 },
  (staff, { params }) => unpairTerminal(staff, params.id),
);
