import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { isAtLeast } from '@/lib/access/roles';
import { StaffView } from '@/components/merchant/staff-view';
import { currentStaff } from '@/lib/server/access/sign-in-staff';

export const metadata: Metadata = { title: 'Staff' };

export default async function StaffPage() {
  const staff = await currentStaff();
  if (!staff) redirect('/staff/sign-in');
  if (!isAtLeast(staff.role, 'manager')) notFound();
  return <StaffView isOwner={staff.role === 'owner'} />;
}
