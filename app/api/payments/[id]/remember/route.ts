import { emptySchema } from '@/lib/api/common';
import { action, paramsWithId } from '@/lib/server/http/action';
import { rememberFace } from '@/lib/server/payments/remember-face';

export const POST = action(
  'POST /api/payments/:id/remember',
  { params: paramsWithId, body: emptySchema, status: 204 },
  (guest, { params }) => rememberFace(guest, params.id),
);
