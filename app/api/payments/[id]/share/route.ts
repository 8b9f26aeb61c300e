import { emptySchema } from '@/lib/api/common';
import { action, paramsWithId } from '@/lib/server/http/action';
import { shareReceipt, stopSharingReceipt } from '@/lib/server/payments/share-receipt';

export const POST = action(
  'POST /api/payments/:id/share',
  { params: paramsWithId, body: emptySchema, status: 201, keepAnswer: 'never' },
  (shopper, { params }) => shareReceipt(shopper, params.id),
);

export const DELETE = action(
  'DELETE /api/payments/:id/share',
  { params: paramsWithId, status: 204 },
  (shopper, { params }) => stopSharingReceipt(shopper, params.id),
);
