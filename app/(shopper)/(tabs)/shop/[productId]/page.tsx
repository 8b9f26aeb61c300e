import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { findOnlineMenu } from '@/lib/server/catalogue/read-menu';
import { CartLink } from '@/components/shopper/cart-link';
import { ShelfPage } from '@/components/shopper/page';
import { ProductView } from '@/components/shopper/product-view';
import { PageHeader } from '@/components/ui/page-header';

interface ProductPageProps {
  readonly params: Promise<{ productId: string }>;
}

/** Page and title ask for the same product; the database is asked once. */
const findProduct = cache(async (productId: string) => {
  const store = await findOnlineMenu();
  const product = store?.menu.products.find(({ id }) => id === decodeURIComponent(productId));
  return store && product ? { store, product } : null;
});

export async function generateMetadata({ params }: ProductPageProps): Promise<Metadata> {
  const found = await findProduct((await params).productId);
  return { title: found?.product.name ?? 'Shop' };
}

export default async function ProductPage({ params }: ProductPageProps) {
  const { store, product } = (await findProduct((await params).productId)) ?? notFound();
  return (
    <ShelfPage>
      <PageHeader
        title={product.name}
        back={{ href: '/shop', label: store.storeName }}
        trailing={<CartLink storeId={store.storeId} />}
      />
      <ProductView store={store} product={product} />
    </ShelfPage>
  );
}
