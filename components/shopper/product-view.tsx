'use client';

import { useMemo, useState } from 'react';
import type { ProductView as Product, StoreMenu } from '@/lib/api/menu';
import { toWire } from '@/lib/money/wire';
import { priceOrder } from '@/lib/orders/pricing';
import { addLine, QUANTITY_MAX, type CartLine } from '@/components/cart/cart';
import { menuFromWire } from '@/components/cart/price';
import { fitsOptions, ProductOptions, usualChoices } from '@/components/cart/product-options';
import { useCart } from '@/components/cart/use-cart';
import { Picture } from '@/components/pictures/picture';
import { Amount, amountText } from '@/components/ui/amount';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { Stepper } from '@/components/ui/stepper';

export interface ProductViewProps {
  readonly store: StoreMenu;
  readonly product: Product;
}

/** One thing in the shop: look, choose, put it in the cart. */
export function ProductView({ store, product }: ProductViewProps) {
  const [, changeCart] = useCart(store.storeId);
  const [choiceIds, setChoiceIds] = useState(() => usualChoices(product));
  const [quantity, setQuantity] = useState(1);
  const [added, setAdded] = useState(false);
  const menu = useMemo(() => menuFromWire(store.storeId, store.menu), [store]);
  const line: CartLine = { productId: product.id, quantity, choiceIds };
  const priced = priceOrder(menu, [line]);
  return (
    <article className="grid gap-6 md:grid-cols-2">
      <Picture
        name={product.picture}
        className="h-64 w-full self-start rounded-sheet shadow-card md:h-auto"
      />
      <div className="space-y-6">
        <p className="text-lg text-ink-soft">{product.description}</p>
        <Amount value={product.price} className="block text-3xl font-extrabold" />
        <ProductOptions product={product} picked={choiceIds} onChange={setChoiceIds} />
        <div className="flex flex-wrap items-center gap-4">
          <Stepper
            label={product.name}
            value={quantity}
            min={1}
            max={QUANTITY_MAX}
            onChange={setQuantity}
          />
          <Button
            tone="accent"
            size="large"
            className="grow"
            disabled={!product.available || !fitsOptions(product, choiceIds)}
            onClick={() => {
              changeCart((cart) => addLine(cart, line));
              setQuantity(1);
              setAdded(true);
            }}
          >
            {buttonWords(product, priced.ok ? amountText(toWire(priced.total)) : undefined)}
          </Button>
        </div>
        {added && (
          <div className="sticky bottom-20 z-10 animate-rise rounded-card shadow-raised">
            <Notice tone="go" title="It is in your cart">
              <LinkButton href="/cart" tone="go" className="mt-2">
                To the cart
              </LinkButton>
            </Notice>
          </div>
        )}
      </div>
    </article>
  );
}

function buttonWords({ available }: Product, total: string | undefined): string {
  if (!available) return 'Sold out';
  return total ? `Add to cart · ${total}` : 'Add to cart';
}
