'use client';

import type { Route } from 'next';
import { useMemo, useState } from 'react';
import type { ProductView, StoreMenu } from '@/lib/api/menu';
import type { ProblemCode } from '@/lib/api/problems';
import { addLine, emptyCart, type Cart, type CartLine } from '@/components/cart/cart';
import { menuFromWire } from '@/components/cart/price';
import { Notice } from '@/components/ui/notice';
import { problemWords } from '@/components/words/problems';
import { LinkButton } from '@/components/ui/link-button';
import { CartPanel } from './cart-panel';
import { mustPairAgain } from './flow';
import { OptionSheet } from './option-sheet';
import { ProductTile } from './product-tile';

const PAIR_AGAIN = '/counter?pair=again' as Route;

export interface MenuScreenProps {
  readonly store: StoreMenu;
  readonly cart: Cart;
  readonly placing: boolean;
  readonly trouble: ProblemCode | null;
  readonly onChange: (change: (cart: Cart) => Cart) => void;
  readonly onPay: () => void;
}

/** The menu by categories, and the order beside it (below it on a tall screen). */
export function MenuScreen({ store, cart, placing, trouble, onChange, onPay }: MenuScreenProps) {
  const [asking, setAsking] = useState<ProductView | null>(null);
  const [added, setAdded] = useState('');
  const menu = useMemo(() => menuFromWire(store.storeId, store.menu), [store]);
  const categories = [...new Set(store.menu.products.map(({ category }) => category))];

  const add = (product: ProductView, line: CartLine) => {
    onChange((now) => addLine(now, line));
    setAdded(`Added ${product.name}`);
    setAsking(null);
  };
  const pick = (product: ProductView) => {
    if (product.optionGroups.length > 0) setAsking(product);
    else add(product, { productId: product.id, quantity: 1, choiceIds: [] });
  };

  return (
    <div className="flex h-dvh portrait:flex-col">
      <main className="flex min-h-0 min-w-0 grow basis-0 flex-col">
        <header className="space-y-4 border-b border-line px-6 pt-6 pb-4">
          <h1 className="text-4xl font-extrabold tracking-tight">{store.storeName}</h1>
          <CategoryLinks categories={categories} />
        </header>
        <div className="min-h-0 grow space-y-8 overflow-y-auto scroll-smooth px-6 py-6">
          {trouble && <Trouble code={trouble} />}
          {categories.map((category, index) => (
            <Category
              key={category}
              title={category}
              id={anchor(index)}
              products={store.menu.products.filter((product) => product.category === category)}
              onPick={pick}
            />
          ))}
        </div>
        <p role="status" className="sr-only">
          {added}
        </p>
      </main>
      <CartPanel
        cart={cart}
        menu={menu}
        tipPercents={store.tipPercents}
        placing={placing}
        onChange={onChange}
        onPay={onPay}
        onStartOver={() => onChange(emptyCart)}
      />
      <OptionSheet
        product={asking}
        menu={menu}
        onAdd={(line) => asking && add(asking, line)}
        onClose={() => setAsking(null)}
      />
    </div>
  );
}

function Trouble({ code }: { readonly code: ProblemCode }) {
  const { title, body } = problemWords(code);
  return (
    <>
      <Notice tone="stop" title={title}>
        {body}
      </Notice>
      {mustPairAgain(code) && <LinkButton href={PAIR_AGAIN}>For the staff: pair again</LinkButton>}
    </>
  );
}

function Category(props: {
  readonly title: string;
  readonly id: string;
  readonly products: readonly ProductView[];
  readonly onPick: (product: ProductView) => void;
}) {
  const { title, id, products, onPick } = props;
  return (
    <section aria-labelledby={id} className="space-y-4">
      <h2 id={id} className="scroll-mt-6 text-2xl font-extrabold">
        {title}
      </h2>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(11rem,44%),1fr))] gap-4">
        {products.map((product) => (
          <li key={product.id} className="flex">
            <ProductTile product={product} onPick={() => onPick(product)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function CategoryLinks({ categories }: { readonly categories: readonly string[] }) {
  return (
    <nav aria-label="Menu" className="-mx-2 flex gap-2 overflow-x-auto px-2 py-1">
      {categories.map((category, index) => (
        <a
          key={category}
          href={`#${anchor(index)}`}
          className="inline-flex min-h-14 items-center rounded-full bg-sunken px-6 text-lg font-bold whitespace-nowrap hover:bg-accent-soft"
        >
          {category}
        </a>
      ))}
    </nav>
  );
}

const anchor = (index: number) => `category-${index + 1}`;
