import type { Metadata } from 'next';
import { PhonePage } from '@/components/shopper/page';
import { WalletView } from '@/components/shopper/wallet-view';
import { PageHeader } from '@/components/ui/page-header';
import { requireShopper } from '../../require-shopper';

export const metadata: Metadata = { title: 'Wallet' };

export default async function WalletPage() {
  const { name } = await requireShopper('/wallet');
  return (
    <PhonePage>
      <PageHeader title="Wallet" lead={`Hello, ${name}.`} />
      <WalletView />
    </PhonePage>
  );
}
