import type { Metadata } from 'next';
import { SessionList } from '@/components/account/session-list';
import { OwnPhones } from '@/components/shopper/own-phones';
import { PhonePage } from '@/components/shopper/page';
import { ProblemNotice } from '@/components/shopper/problem-notice';
import { PageHeader } from '@/components/ui/page-header';
import { requireShopper } from '../../../require-shopper';

export const metadata: Metadata = { title: 'Where you are signed in' };

export default async function SessionsPage() {
  await requireShopper('/me/sessions');
  return (
    <PhonePage>
      <PageHeader
        title="Where you are signed in"
        lead="Lost a phone? Sign it out from here."
        back={{ href: '/me', label: 'Me' }}
      />
      <div className="space-y-8">
        <SessionList base="/api/me/sessions" Trouble={ProblemNotice} />
        <OwnPhones />
      </div>
    </PhonePage>
  );
}
