import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { currentShopper } from '@/lib/server/access/sign-in-shopper';
import { nextPath, signInPath } from '@/components/shopper/next-path';
import { PhonePage } from '@/components/shopper/page';
import { SignUpForm } from '@/components/shopper/sign-up-form';
import { PageHeader } from '@/components/ui/page-header';

export const metadata: Metadata = { title: 'Sign up' };

interface SignUpPageProps {
  readonly searchParams: Promise<{ next?: string | string[] }>;
}

export default async function SignUpPage({ searchParams }: SignUpPageProps) {
  const next = nextPath([(await searchParams).next].flat()[0], '/wallet');
  if (await currentShopper()) redirect(next);
  return (
    <PhonePage>
      <PageHeader
        title="Nice to meet you"
        lead="A minute now, and a smile is all you need later."
        back={{ href: '/', label: 'Start' }}
      />
      <SignUpForm next={next} />
      <p className="pt-6 text-center">
        Been here before?{' '}
        <Link
          href={signInPath(next)}
          className="inline-flex min-h-11 items-center font-bold underline underline-offset-4"
        >
          Sign in
        </Link>
      </p>
    </PhonePage>
  );
}
