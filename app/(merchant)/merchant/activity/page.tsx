import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { ACTIVITY_KINDS } from '@/lib/audit/actions';
import { ActivityView } from '@/components/activity/activity-view';
import { LinkButton } from '@/components/ui/link-button';
import { currentStaff } from '@/lib/server/access/sign-in-staff';
import { merchantTrail, todayOf } from '@/lib/server/activity/trail';

export const metadata: Metadata = { title: 'Activity' };

export default async function ActivityPage() {
  const staff = await currentStaff();
  if (!staff) redirect('/staff/sign-in');
  if (staff.role !== 'owner') notFound();
  return (
    <ActivityView
      today={todayOf(await merchantTrail(staff))}
      base="/api/merchant/activity"
      kinds={ACTIVITY_KINDS}
      back={<LinkButton href="/merchant">To the money</LinkButton>}
    />
  );
}
