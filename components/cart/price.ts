import type { MenuView, ProductView } from '@/lib/api/menu';
import type { Menu, Product } from '@/lib/orders/menu';
import { moneySchema } from '@/lib/money/wire';

/**
 * The menu as the server prices it, so that `priceOrder` shows the guest the same sum.
 * The server still prices the order itself: this is only for the eyes.
 */
export function menuFromWire(storeId: string, { currency, products }: MenuView): Menu {
  return { storeId, currency, products: products.map(productFromWire) };
}

function productFromWire(product: ProductView): Product {
  return {
    ...product,
    price: moneySchema.parse(product.price),
    optionGroups: product.optionGroups.map((group) => ({
      ...group,
      choices: group.choices.map((choice) => ({
        ...choice,
        extra: moneySchema.parse(choice.extra),
      })),
    })),
  };
}
