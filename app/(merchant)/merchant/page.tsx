import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { MoneyView } from '@/components/merchant/money-view';
import { currentStaff } from '@/lib/server/access/sign-in-staff';

export const metadata: Metadata = { title: 'Money' };

export default async function MerchantPage() {
  const staff = await currentStaff();
  if (!staff) redirect('/staff/sign-in');
  if (staff.role !== 'owner') notFound();
  return <MoneyView />;
}
