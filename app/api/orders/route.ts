import { placeOrderSchema } from '@/lib/api/orders';
import { action } from '@/lib/server/http/action';
import { placeOrder } from '@/lib/server/orders/place-order';

export const POST = action(
  'POST /api/orders',
  { body: placeOrderSchema, status: 201 },
  (guest, { body }) => placeOrder(guest, body),
);
