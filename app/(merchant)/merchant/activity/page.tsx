import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { ActivityView } from '@/components/merchant/activity-view';
import { currentStaff } from '@/lib/server/access/sign-in-staff';
import { todayOf } from '@/lib/server/merchants/read-activity';

export const metadata: Metadata = { title: 'Activity' };

export default async function ActivityPage() {
  const staff = await currentStaff();
  if (!staff) redirect('/staff/sign-in');
  if (staff.role !== 'owner') notFound();
  return <ActivityView today={await todayOf(staff)} />;
}
