import type { Metadata } from 'next';
import { readProfile } from '@/lib/server/shoppers/read-profile';
import { findOnlineMenu } from '@/lib/server/catalogue/read-menu';
import { PhonePage } from '@/components/shopper/page';
import { PayJourney } from '@/components/shopper/pay-journey';
import { requireShopper } from '../../require-shopper';

export const metadata: Metadata = { title: 'Pay' };

interface PayPageProps {
  readonly params: Promise<{ paymentId: string }>;
}

/** Where the cart leads, and the QR code of a counter. */
export default async function PayPage({ params }: PayPageProps) {
  const { paymentId } = await params;
  const shopper = await requireShopper(`/pay/${paymentId}`);
  const [shop, known] = await Promise.all([findOnlineMenu(), readProfile(shopper)]);
  return (
    <PhonePage>
      <PayJourney
        paymentId={paymentId}
        storeId={shop?.storeId ?? null}
        face={known.ok ? known.value.face : null}
        hasPasskey={known.ok && known.value.hasPasskey}
      />
    </PhonePage>
  );
}
