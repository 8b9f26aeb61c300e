import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { EmailSignInForm } from '@/components/start/email-sign-in-form';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { currentOperator } from '@/lib/server/access/sign-in-operator';

export const metadata: Metadata = { title: 'Operator sign-in' };

export default async function OperatorSignInPage() {
  if (await currentOperator()) redirect('/operator');
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center px-5 py-8">
      <PageHeader title="Good to see you" lead="Sign in to look into complaints." />
      <Card>
        <EmailSignInForm audience="operator" />
      </Card>
    </main>
  );
}
