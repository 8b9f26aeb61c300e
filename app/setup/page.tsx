import type { Metadata } from 'next';
import { SetupForm } from '@/components/start/setup-form';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';

/** The token in the address must not reach other sites or histories that are shared. */
export const metadata: Metadata = { title: 'Set up', referrer: 'no-referrer' };

interface SetupPageProps {
  readonly searchParams: Promise<{ readonly token?: string | string[] }>;
}

export default async function SetupPage({ searchParams }: SetupPageProps) {
  const { token } = await searchParams;
  return (
    <main className="mx-auto w-full max-w-md px-5 py-8">
      <PageHeader title="Your first store" lead="A minute, and you can take orders." />
      <Card>
        <SetupForm token={typeof token === 'string' ? token : ''} />
      </Card>
    </main>
  );
}
