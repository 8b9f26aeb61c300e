import { placeOrderSchema } from '@/lib/api/orders';
import { guestAction } from '@/lib/server/http/action';
import { placeOrder } from '@/lib/server/orders/place-order';

export const POST = guestAction({ body: placeOrderSchema, status: 201 }, (guest, { body }) =>
  placeOrder(guest, body),
);
