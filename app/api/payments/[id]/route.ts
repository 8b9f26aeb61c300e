import { action, paramsWithId } from '@/lib/server/http/action';
import { readPayment } from '@/lib/server/payments/read-payment';

export const GET = action('GET /api/payments/:id', { params: paramsWithId }, (guest, { params }) =>
  readPayment(guest, params.id),
);
