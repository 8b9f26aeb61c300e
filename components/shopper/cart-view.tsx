'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import type { StoreMenu } from '@/lib/api/menu';
import type { PlacedOrder, PlaceOrder } from '@/lib/api/orders';
import type { ProblemCode } from '@/lib/api/problems';
import { add, type Money } from '@/lib/money/money';
import { toWire } from '@/lib/money/wire';
import { priceOrder, tipOf, type Priced } from '@/lib/orders/pricing';
import { request } from '@/components/api/request';
import {
  orderOf,
  QUANTITY_MAX,
  renewed,
  setQuantity,
  withTip,
  type Cart,
} from '@/components/cart/cart';
import { menuFromWire } from '@/components/cart/price';
import { useCart } from '@/components/cart/use-cart';
import { TipChoice } from '@/components/cart/tip-choice';
import { Picture } from '@/components/pictures/picture';
import { amountText } from '@/components/ui/amount';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Stepper } from '@/components/ui/stepper';
import { CartLineRow } from './cart-line-row';
import { signInPath } from './next-path';
import { ProblemNotice } from './problem-notice';

/** What will be bought, and from whom; Pay makes the order and goes on to its payment. */
export function CartView({ store }: { readonly store: StoreMenu }) {
  const [cart, changeCart] = useCart(store.storeId);
  const menu = useMemo(() => menuFromWire(store.storeId, store.menu), [store]);
  const { place, busy, problem } = usePlaceOrder(store.storeId, changeCart);
  if (!cart) return null;
  if (cart.lines.length === 0) return <EmptyCart />;
  const priced = priceOrder(menu, cart.lines);
  return (
    <div className="space-y-5">
      {(problem ?? problemOf(priced)) && (
        <ProblemNotice code={problem ?? problemOf(priced) ?? 'internal'} />
      )}
      <ul aria-label="In your cart" className="space-y-3">
        {cart.lines.map((line, i) => (
          <CartLineRow key={`${line.productId} ${line.choiceIds.join()}`} menu={menu} line={line}>
            <Stepper
              label={nameOf(store, line.productId)}
              value={line.quantity}
              min={0}
              max={QUANTITY_MAX}
              onChange={(quantity) => changeCart((now) => setQuantity(now, i, quantity))}
            />
          </CartLineRow>
        ))}
      </ul>
      {priced.ok && store.tipPercents.length > 0 && (
        <TipChoice
          percents={store.tipPercents}
          total={priced.total}
          value={cart.tipPercent}
          onChange={(percent) => changeCart((now) => withTip(now, percent))}
        />
      )}
      {priced.ok && (
        <Button
          tone="go"
          size="large"
          className="w-full"
          busy={busy ? 'One moment…' : undefined}
          onClick={() => void place(cart, priced.total)}
        >
          Pay {amountText(toWire(add(priced.total, tipOf(priced.total, cart.tipPercent))))} to{' '}
          {store.payee}
        </Button>
      )}
      <LinkButton href="/shop" tone="bare" className="w-full">
        Keep looking around
      </LinkButton>
    </div>
  );
}

function EmptyCart() {
  return (
    <EmptyState
      picture={<Picture name="tote-bag" className="size-32 rounded-sheet" />}
      title="Nothing in the cart yet"
      action={
        <LinkButton href="/shop" tone="accent">
          To the shop
        </LinkButton>
      }
    >
      Pick something nice first.
    </EmptyState>
  );
}

function nameOf({ menu }: StoreMenu, productId: string): string {
  return menu.products.find(({ id }) => id === productId)?.name ?? 'this';
}

function problemOf(priced: Priced): ProblemCode | undefined {
  return priced.ok ? undefined : priced.code;
}

/** Sends the cart under its own ids: a second tap or a reload is the same order. */
function usePlaceOrder(storeId: string, changeCart: (change: (cart: Cart) => Cart) => void) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemCode>();

  async function place(cart: Cart, total: Money) {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    const body: PlaceOrder = { ...orderOf(cart, total), storeId, channel: 'online' };
    const answer = await request<PlacedOrder>('POST', '/api/orders', body);
    if (answer.ok) return router.push(`/pay/${cart.paymentId}` as Route);
    const { code } = answer.problem;
    if (code === 'not-signed-in') return router.push(signInPath('/cart'));
    // Those ids belong to another basket by now: the next tap is a new order.
    if (code === 'id-reused') changeCart(renewed);
    setBusy(false);
    setProblem(code);
  }

  return { place, busy, problem };
}
