import type { Metadata } from 'next';
import { findOnlineMenu } from '@/lib/server/catalogue/read-menu';
import { CartLink } from '@/components/shopper/cart-link';
import { ShelfPage } from '@/components/shopper/page';
import { ShopView } from '@/components/shopper/shop-view';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';

export const metadata: Metadata = { title: 'Shop' };

export default async function ShopPage() {
  const store = await findOnlineMenu();
  if (!store) {
    return (
      <ShelfPage>
        <PageHeader title="Shop" />
        <EmptyState title="No shop has opened yet">Please look in again later.</EmptyState>
      </ShelfPage>
    );
  }
  return (
    <ShelfPage>
      <PageHeader
        title={store.storeName}
        lead="Pay with a smile."
        trailing={<CartLink storeId={store.storeId} />}
      />
      <ShopView store={store} />
    </ShelfPage>
  );
}
