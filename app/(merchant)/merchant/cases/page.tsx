import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { isAtLeast } from '@/lib/access/roles';
import { CasesView } from '@/components/merchant/cases-view';
import { currentStaff } from '@/lib/server/access/sign-in-staff';

export const metadata: Metadata = { title: 'Not made by the guest' };

export default async function MerchantCasesPage() {
  const staff = await currentStaff();
  if (!staff) redirect('/staff/sign-in');
  if (!isAtLeast(staff.role, 'manager')) notFound();
  return <CasesView />;
}
