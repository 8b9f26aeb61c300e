import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { findOnlineMenu } from '@/lib/server/catalogue/read-menu';
import { CartView } from '@/components/shopper/cart-view';
import { PhonePage } from '@/components/shopper/page';
import { PageHeader } from '@/components/ui/page-header';

export const metadata: Metadata = { title: 'Cart' };

export default async function CartPage() {
  const store = (await findOnlineMenu()) ?? redirect('/shop');
  return (
    <PhonePage>
      <PageHeader title="Cart" back={{ href: '/shop', label: store.storeName }} />
      <CartView store={store} />
    </PhonePage>
  );
}
