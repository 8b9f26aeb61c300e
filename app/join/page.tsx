import type { Metadata } from 'next';
import { JoinForm } from '@/components/start/join-form';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';

export const metadata: Metadata = { title: 'Join', referrer: 'no-referrer' };

export default function JoinPage() {
  return (
    <main className="mx-auto w-full max-w-md px-5 py-8">
      <PageHeader title="Welcome to the team" lead="Choose a password, and you are in." />
      <Card>
        <JoinForm audience="staff" />
      </Card>
    </main>
  );
}
