import { challengeSchema } from '@/lib/api/payments';
import { action, paramsWithId } from '@/lib/server/http/action';
import { beginPayment } from '@/lib/server/payments/begin-face-check';

export const POST = action(
  'POST /api/payments/:id/challenge',
  { params: paramsWithId, body: challengeSchema, status: 201 },
  (guest, { params, body }) => beginPayment(guest, params.id, body),
);
