'use client';

import { ShoppingBasket } from 'lucide-react';
import { add } from '@/lib/money/money';
import { toWire } from '@/lib/money/wire';
import type { Menu } from '@/lib/orders/menu';
import { priceOrder, tipOf } from '@/lib/orders/pricing';
import {
  QUANTITY_MAX,
  setQuantity,
  withTip,
  type Cart,
  type CartLine,
} from '@/components/cart/cart';
import { TipChoice } from '@/components/cart/tip-choice';
import { Amount, amountText } from '@/components/ui/amount';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Stepper } from '@/components/ui/stepper';

export interface CartPanelProps {
  readonly cart: Cart;
  readonly menu: Menu;
  readonly tipPercents: readonly number[];
  readonly placing: boolean;
  readonly onChange: (change: (cart: Cart) => Cart) => void;
  readonly onPay: () => void;
  readonly onStartOver: () => void;
}

/** The order so far, and the one button that pays for it. */
export function CartPanel(props: CartPanelProps) {
  const { cart, menu, onChange, onStartOver } = props;
  return (
    <section
      aria-label="Your order"
      className="flex min-h-0 shrink-0 flex-col border-line bg-card landscape:w-96 landscape:border-l portrait:max-h-[45dvh] max-sm:portrait:max-h-[62dvh] portrait:rounded-t-sheet portrait:border-t portrait:shadow-raised"
    >
      <header className="flex items-center justify-between gap-4 px-6 pt-5 pb-3">
        <h2 className="text-2xl font-extrabold">Your order</h2>
        {cart.lines.length > 0 && (
          <Button tone="bare" onClick={onStartOver}>
            Start over
          </Button>
        )}
      </header>
      {cart.lines.length === 0 ? (
        <div className="grid grow place-items-center max-sm:portrait:hidden">
          <EmptyState
            picture={<ShoppingBasket className="size-12 text-ink-soft" />}
            title="Tap something nice"
          >
            It will appear here.
          </EmptyState>
        </div>
      ) : (
        <ul className="min-h-0 grow divide-y divide-line overflow-y-auto px-6">
          {cart.lines.map((line, index) => (
            <Line
              key={`${line.productId} ${line.choiceIds.join(' ')}`}
              line={line}
              menu={menu}
              onQuantity={(quantity) => onChange((now) => setQuantity(now, index, quantity))}
            />
          ))}
        </ul>
      )}
      <PayFooter {...props} />
    </section>
  );
}

/** The tip, the total, and Pay. */
function PayFooter({ cart, menu, tipPercents, placing, onChange, onPay }: CartPanelProps) {
  const priced = priceOrder(menu, cart.lines);
  const tip = priced.ok ? tipOf(priced.total, cart.tipPercent) : undefined;
  const total = priced.ok && tip ? toWire(add(priced.total, tip)) : undefined;
  return (
    <footer className="space-y-4 border-t border-line px-6 py-5">
      {priced.ok && tipPercents.length > 0 && (
        <TipChoice
          percents={tipPercents}
          total={priced.total}
          value={cart.tipPercent}
          onChange={(percent) => onChange((now) => withTip(now, percent))}
        />
      )}
      <p role="status" className="flex items-baseline justify-between text-2xl font-extrabold">
        <span>Total</span>
        {total && <Amount value={total} />}
      </p>
      <Button
        tone="go"
        size="huge"
        className="w-full"
        disabled={!total}
        busy={placing ? 'One moment…' : undefined}
        onClick={onPay}
      >
        {total ? `Pay ${amountText(total)}` : 'Pay'}
      </Button>
    </footer>
  );
}

function Line(props: {
  readonly line: CartLine;
  readonly menu: Menu;
  readonly onQuantity: (quantity: number) => void;
}) {
  const { line, menu, onQuantity } = props;
  const priced = priceOrder(menu, [line]);
  const item = priced.ok ? priced.items[0] : undefined;
  return (
    <li className="space-y-2 py-4">
      <p className="flex items-baseline justify-between gap-4">
        <span className="font-bold">{item?.name ?? 'No longer on the menu'}</span>
        {item && <Amount value={toWire(item.total)} className="font-bold" />}
      </p>
      <div className="flex items-center justify-between gap-4">
        <span className="text-sm text-ink-soft">{item?.choices.join(', ')}</span>
        <Stepper
          label={item?.name ?? 'this'}
          value={line.quantity}
          min={0}
          max={QUANTITY_MAX}
          onChange={onQuantity}
        />
      </div>
    </li>
  );
}
