import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { currentShopper } from '@/lib/server/access/sign-in-shopper';
import { nextPath } from '@/components/shopper/next-path';
import { PhonePage } from '@/components/shopper/page';
import { SignInForm } from '@/components/shopper/sign-in-form';
import { PageHeader } from '@/components/ui/page-header';

export const metadata: Metadata = { title: 'Sign in' };

interface SignInPageProps {
  readonly searchParams: Promise<Partial<Record<'next' | 'again', string | string[]>>>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const asked = await searchParams;
  const next = nextPath([asked.next].flat()[0], '/wallet');
  if (!asked.again && (await currentShopper())) redirect(next);
  return (
    <PhonePage>
      <PageHeader
        title="Welcome back"
        lead="Sign in with your phone number."
        back={{ href: '/', label: 'Start' }}
      />
      <SignInForm next={next} />
      <p className="pt-4 text-center">
        <Link
          href="/recover"
          className="inline-flex min-h-11 items-center font-bold underline underline-offset-4"
        >
          Forgot your password?
        </Link>
      </p>
      <p className="text-center">
        <Link
          href="/help"
          className="inline-flex min-h-11 items-center font-bold underline underline-offset-4"
        >
          Lost your phone?
        </Link>
      </p>
      <p className="text-center">
        New here?{' '}
        <Link
          href={`/sign-up?next=${encodeURIComponent(next)}` as Route}
          className="inline-flex min-h-11 items-center font-bold underline underline-offset-4"
        >
          Sign up
        </Link>
      </p>
    </PhonePage>
  );
}
