'use client';

import { useEffect, useReducer, useRef, useState } from 'react';
import type { StoreMenu } from '@/lib/api/menu';
import type { PlaceOrder, PlacedOrder } from '@/lib/api/orders';
import type { Authorize, PaidByPin, PayByPin } from '@/lib/api/payments';
import { claimBy } from '@/lib/access/claim';
import { hashIntent } from '@/lib/intents/intent';
import { paymentIntentOf } from '@/lib/payments/payment-intent';
import { priceOrder } from '@/lib/orders/pricing';
import { request, type Answer } from '@/components/api/request';
import { isPaid, isPictureOffered, settle } from '@/components/api/settle';
import { emptyCart, orderOf, renewed, type Cart } from '@/components/cart/cart';
import { menuFromWire } from '@/components/cart/price';
import { useCart } from '@/components/cart/use-cart';
import { isOver, MENU, transition } from './flow';

/** One guest after the other: the cart, the screen, and what may be done to them. */
export function usePayment(store: StoreMenu) {
  const [cart, changeCart] = useCart(store.storeId);
  const [screen, send] = useReducer(transition, MENU);
  const [placing, setPlacing] = useState(false);

  const paid = screen.kind === 'approved';
  useEffect(() => {
    if (paid) changeCart(emptyCart);
  }, [paid, changeCart]);

  async function place() {
    if (!cart || placing) return;
    setPlacing(true);
    let answer = await placeOrder(store, cart);
    if (answer.ok && isOver(answer.value)) {
      const again = renewed(cart);
      changeCart(() => again);
      answer = await placeOrder(store, again);
    }
    setPlacing(false);
    send(
      answer.ok
        ? { kind: 'placed', placed: answer.value }
        : { kind: 'place-failed', code: answer.problem.code },
    );
  }

  /** Takes an answer to an attempt to pay. */
  async function take(placed: PlacedOrder, answer: Answer<PlacedOrder | PaidByPin>) {
    const settled = await settle(placed.payment.id, answer);
    const pictureOffered = isPictureOffered(answer);
    send(settled.kind === 'paid' ? { ...settled, kind: 'updated', pictureOffered } : settled);
  }

  /** A smile pays, or asks for the PIN; nothing that was typed or seen is asked for again. */
  async function authorize(placed: PlacedOrder, body: Authorize) {
    const path = `/api/payments/${placed.payment.id}/authorize`;
    const answer = await request<PlacedOrder>('POST', path, body);
    if (answer.ok || answer.problem.code !== 'one-more-thing') return take(placed, answer);
    send({ kind: 'stepped-up', challengeId: body.challengeId });
  }

  /** Leaves the payment. One that was paid at the last moment is shown, not thrown away. */
  async function leave(placed: PlacedOrder, next: (cart: Cart) => Cart) {
    const answer = await cancel(placed);
    if (answer && isPaid(answer)) return send({ kind: 'updated', placed: answer });
    changeCart(next);
    send({ kind: 'left' });
  }

  return {
    cart,
    screen,
    placing,
    changeCart,
    send,
    place,
    authorize,
    payByPin,
    take,
    backToMenu: (placed: PlacedOrder) => leave(placed, renewed),
    startOver: (placed: PlacedOrder) => leave(placed, emptyCart),
    done: () => send({ kind: 'left' }),
  };
}

export type Counter = ReturnType<typeof usePayment>;

const POLL_MS = 1000;

/** Follows a payment that is being made elsewhere, e.g. on the guest's own phone. */
export function useFollowedPayment(
  placed: PlacedOrder,
  onUpdate: (placed: PlacedOrder) => void,
): void {
  const latest = useRef(onUpdate);
  useEffect(() => {
    latest.current = onUpdate;
  });
  const id = placed.payment.id;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let stopped = false;
    const ask = async () => {
      const answer = await request<PlacedOrder>('GET', `/api/payments/${id}`);
      if (stopped) return;
      if (answer.ok) latest.current(answer.value);
      timer = setTimeout(() => void ask(), POLL_MS);
    };
    void ask();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [id]);
}

/** @param digits what was typed: the number itself, or what the smile was for. */
function payByPin({ payment }: PlacedOrder, digits: string, body: Omit<PayByPin, 'intentHash'>) {
  return request<PaidByPin>('POST', `/api/payments/${payment.id}/pin`, {
    ...body,
    intentHash: hashIntent(paymentIntentOf(payment, claimBy(digits))),
  } satisfies PayByPin);
}

function placeOrder({ storeId, menu }: StoreMenu, cart: Cart) {
  const priced = priceOrder(menuFromWire(storeId, menu), cart.lines);
  return request<PlacedOrder>('POST', '/api/orders', {
    ...orderOf(cart, priced.ok ? priced.total : undefined),
    storeId,
    channel: 'counter',
  } satisfies PlaceOrder);
}

/** @returns how the payment stands, or undefined when nobody can tell. */
async function cancel({ payment }: PlacedOrder): Promise<PlacedOrder | undefined> {
  const path = `/api/payments/${payment.id}`;
  const cancelled = await request<PlacedOrder>('POST', `${path}/cancel`, {});
  if (cancelled.ok) return cancelled.value;
  const now = await request<PlacedOrder>('GET', path);
  return now.ok ? now.value : undefined;
}
