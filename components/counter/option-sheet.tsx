'use client';

import { useState } from 'react';
import type { ProductView } from '@/lib/api/menu';
import { toWire } from '@/lib/money/wire';
import { priceOrder } from '@/lib/orders/pricing';
import type { Menu } from '@/lib/orders/menu';
import { QUANTITY_MAX, type CartLine } from '@/components/cart/cart';
import { fitsOptions, ProductOptions, usualChoices } from '@/components/cart/product-options';
import { amountText } from '@/components/ui/amount';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Stepper } from '@/components/ui/stepper';

export interface OptionSheetProps {
  /** Null while the sheet is closed. */
  readonly product: ProductView | null;
  readonly menu: Menu;
  readonly onAdd: (line: CartLine) => void;
  readonly onClose: () => void;
}

/** How would you like it? */
export function OptionSheet({ product, ...rest }: OptionSheetProps) {
  return product && <OpenSheet key={product.id} product={product} {...rest} />;
}

function OpenSheet(props: OptionSheetProps & { readonly product: ProductView }) {
  const { product, menu, onAdd, onClose } = props;
  const [choiceIds, setChoiceIds] = useState(() => usualChoices(product));
  const [quantity, setQuantity] = useState(1);
  const line: CartLine = { productId: product.id, quantity, choiceIds };
  const priced = priceOrder(menu, [line]);
  return (
    <Dialog
      open
      title={product.name}
      onClose={onClose}
      footer={
        <>
          <div className="flex max-w-fit items-center">
            <Stepper
              label={product.name}
              value={quantity}
              min={1}
              max={QUANTITY_MAX}
              onChange={setQuantity}
            />
          </div>
          <Button
            tone="go"
            size="large"
            disabled={!fitsOptions(product, choiceIds)}
            onClick={() => onAdd(line)}
          >
            {priced.ok ? `Add · ${amountText(toWire(priced.total))}` : 'Add'}
          </Button>
        </>
      }
    >
      <p className="mb-5 text-ink-soft">{product.description}</p>
      <ProductOptions product={product} picked={choiceIds} onChange={setChoiceIds} />
    </Dialog>
  );
}
