import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Board } from '@/components/staff/board';
import { currentStaff } from '@/lib/server/access/sign-in-staff';

export const metadata: Metadata = { title: 'Orders' };

export default async function StaffPage() {
  const staff = await currentStaff();
  if (!staff) redirect('/staff/sign-in');
  return <Board staffName={staff.name} role={staff.role} />;
}
