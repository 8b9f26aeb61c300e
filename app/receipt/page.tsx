import type { Metadata } from 'next';
import { SharedReceiptView } from '@/components/shopper/shared-receipt';

export const metadata: Metadata = {
  title: 'Receipt',
  referrer: 'no-referrer',
  robots: { index: false, follow: false },
};

export default function SharedReceiptPage() {
  return (
    <main className="mx-auto w-full max-w-md px-5 py-8">
      <SharedReceiptView />
    </main>
  );
}
