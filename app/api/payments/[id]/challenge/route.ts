import { challengeSchema } from '@/lib/api/payments';
import { action, paramsWithId } from '@/lib/server/http/action';
import { beginFaceCheck } from '@/lib/server/payments/begin-face-check';

export const POST = action(
  'POST /api/payments/:id/challenge',
  { params: paramsWithId, body: challengeSchema, status: 201 },
  (guest, { params, body }) => beginFaceCheck(guest, params.id, body),
);
