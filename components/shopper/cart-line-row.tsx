import type { ReactNode } from 'react';
import { toWire } from '@/lib/money/wire';
import type { Menu } from '@/lib/orders/menu';
import { priceOrder } from '@/lib/orders/pricing';
import type { CartLine } from '@/components/cart/cart';
import { Picture } from '@/components/pictures/picture';
import { Amount } from '@/components/ui/amount';

export interface CartLineRowProps {
  readonly menu: Menu;
  readonly line: CartLine;
  /** How many of it. */
  readonly children: ReactNode;
}

/** One line of the cart as the menu prices it now. */
export function CartLineRow({ menu, line, children }: CartLineRowProps) {
  const product = menu.products.find(({ id }) => id === line.productId);
  const priced = priceOrder(menu, [line]);
  const item = priced.ok ? priced.items[0] : undefined;
  return (
    <li className="flex gap-4 rounded-card border border-line bg-card p-3 shadow-card">
      <Picture name={product?.picture ?? ''} className="size-24 shrink-0 rounded-field" />
      <div className="flex min-w-0 grow flex-col gap-1">
        <p className="leading-snug font-bold">{product?.name ?? 'No longer there'}</p>
        {item && item.choices.length > 0 && (
          <p className="text-sm text-ink-soft">{item.choices.join(', ')}</p>
        )}
        <div className="mt-auto flex flex-wrap items-center justify-between gap-2">
          {children}
          {item ? (
            <Amount value={toWire(item.total)} className="font-extrabold" />
          ) : (
            <span className="text-sm font-bold text-stop-ink">Sold out</span>
          )}
        </div>
      </div>
    </li>
  );
}
