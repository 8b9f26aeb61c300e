import type { Route } from 'next';
import Link from 'next/link';
import type { ProductView, StoreMenu } from '@/lib/api/menu';
import { Picture } from '@/components/pictures/picture';
import { Amount } from '@/components/ui/amount';
import { Badge } from '@/components/ui/badge';

/** The shop's shelves, one a category, in the order of the menu. */
export function ShopView({ store }: { readonly store: StoreMenu }) {
  const categories = [...new Set(store.menu.products.map(({ category }) => category))];
  return (
    <div className="space-y-8">
      {categories.map((category) => (
        <section key={category} className="space-y-3">
          <h2 className="text-xl font-extrabold">{category}</h2>
          <ul className="grid grid-cols-2 gap-4 md:grid-cols-3">
            {store.menu.products
              .filter((product) => product.category === category)
              .map((product) => (
                <li key={product.id}>
                  <ShelfItem product={product} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function ShelfItem({ product }: { readonly product: ProductView }) {
  return (
    <Link
      href={`/shop/${encodeURIComponent(product.id)}` as Route}
      className="group flex h-full flex-col overflow-hidden rounded-card border border-line bg-card shadow-card"
    >
      <span className="relative overflow-hidden">
        <Picture
          name={product.picture}
          className="w-full transition-transform duration-300 group-hover:scale-105"
        />
        {!product.available && (
          <span className="absolute top-2 left-2">
            <Badge tone="stop">Sold out</Badge>
          </span>
        )}
      </span>
      <span className="flex grow flex-col gap-0.5 p-3.5">
        <span className="leading-snug font-bold">{product.name}</span>
        <Amount value={product.price} className="mt-auto font-extrabold text-accent-ink" />
      </span>
    </Link>
  );
}
