import type { Metadata } from 'next';
import { LostPhone } from '@/components/shopper/lost-phone';
import { PhonePage } from '@/components/shopper/page';
import { PageHeader } from '@/components/ui/page-header';

export const metadata: Metadata = { title: 'Lost your phone?' };

export default function HelpPage() {
  return (
    <PhonePage>
      <PageHeader
        title="Lost your phone?"
        lead="With a code that we send to your number, all payments stop."
        back={{ href: '/', label: 'Start' }}
      />
      <LostPhone />
    </PhonePage>
  );
}
