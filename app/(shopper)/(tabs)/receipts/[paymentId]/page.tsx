import type { Metadata } from 'next';
import { PhonePage } from '@/components/shopper/page';
import { ReceiptView } from '@/components/shopper/receipt-view';
import { PageHeader } from '@/components/ui/page-header';
import { requireShopper } from '../../../require-shopper';

export const metadata: Metadata = { title: 'Receipt' };

interface ReceiptPageProps {
  readonly params: Promise<{ paymentId: string }>;
}

export default async function ReceiptPage({ params }: ReceiptPageProps) {
  const { paymentId } = await params;
  await requireShopper(`/receipts/${paymentId}`);
  return (
    <PhonePage>
      <PageHeader title="Receipt" back={{ href: '/wallet', label: 'Wallet' }} />
      <ReceiptView paymentId={paymentId} />
    </PhonePage>
  );
}
