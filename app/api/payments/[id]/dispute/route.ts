import { disputeSchema } from '@/lib/api/payments';
import { action, paramsWithId } from '@/lib/server/http/action';
import { openDispute } from '@/lib/server/payments/open-dispute';

export const POST = action(
  'POST /api/payments/:id/dispute',
  { params: paramsWithId, body: disputeSchema },
  (shopper, { params, body }) => openDispute(shopper, params.id, body),
);
