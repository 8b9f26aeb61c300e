import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { EmailSignInForm } from '@/components/start/email-sign-in-form';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { currentStaff } from '@/lib/server/access/sign-in-staff';

export const metadata: Metadata = { title: 'Staff sign-in' };

export default async function StaffSignInPage() {
  if (await currentStaff()) redirect('/staff');
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center px-5 py-8">
      <PageHeader title="Good to see you" lead="Sign in to take orders." />
      <Card>
        <EmailSignInForm audience="staff" />
      </Card>
    </main>
  );
}
