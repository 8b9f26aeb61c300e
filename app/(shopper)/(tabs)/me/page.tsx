import type { Metadata } from 'next';
import { MeView } from '@/components/shopper/me-view';
import { PhonePage } from '@/components/shopper/page';
import { PageHeader } from '@/components/ui/page-header';
import { requireShopper } from '../../require-shopper';

export const metadata: Metadata = { title: 'Me' };

export default async function MePage() {
  await requireShopper('/me');
  return (
    <PhonePage>
      <PageHeader title="Me" />
      <MeView />
    </PhonePage>
  );
}
