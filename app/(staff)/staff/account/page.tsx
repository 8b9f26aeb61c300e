import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AccountView } from '@/components/staff/account-view';
import { currentStaff } from '@/lib/server/access/sign-in-staff';

export const metadata: Metadata = { title: 'Your account' };

export default async function AccountPage() {
  const staff = await currentStaff();
  if (!staff) redirect('/staff/sign-in');
  return <AccountView name={staff.name} />;
}
