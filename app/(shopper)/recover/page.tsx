import type { Metadata } from 'next';
import { signInPath } from '@/components/shopper/next-path';
import { PhonePage } from '@/components/shopper/page';
import { RecoverForm } from '@/components/shopper/recover-form';
import { PageHeader } from '@/components/ui/page-header';

export const metadata: Metadata = { title: 'Forgotten password' };

export default function RecoverPage() {
  return (
    <PhonePage>
      <PageHeader
        title="A new password"
        lead="With your PIN and a code that we send you."
        back={{ href: signInPath('/wallet'), label: 'Sign in' }}
      />
      <RecoverForm next="/wallet" />
    </PhonePage>
  );
}
