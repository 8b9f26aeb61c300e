import type { Metadata } from 'next';
import { Limits } from '@/components/shopper/limits';
import { PhonePage } from '@/components/shopper/page';
import { PageHeader } from '@/components/ui/page-header';
import { requireShopper } from '../../../require-shopper';

export const metadata: Metadata = { title: 'Your limits' };

export default async function LimitsPage() {
  await requireShopper('/me/limits');
  return (
    <PhonePage>
      <PageHeader
        title="Your limits"
        lead="Up to here a smile is enough. For more, we ask for your PIN too."
        back={{ href: '/me', label: 'Me' }}
      />
      <Limits />
    </PhonePage>
  );
}
