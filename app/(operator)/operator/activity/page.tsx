import type { Metadata } from 'next';
import { PLATFORM_KINDS } from '@/lib/audit/actions';
import { ActivityView } from '@/components/activity/activity-view';
import { LinkButton } from '@/components/ui/link-button';
import { PLATFORM_TRAIL, todayOf } from '@/lib/server/activity/trail';
import { requireOperator } from '../require-operator';

export const metadata: Metadata = { title: 'Activity' };

export default async function OperatorActivityPage() {
  await requireOperator();
  return (
    <ActivityView
      today={todayOf(PLATFORM_TRAIL)}
      base="/api/operator/activity"
      kinds={PLATFORM_KINDS}
      back={<LinkButton href="/operator">To what is to decide</LinkButton>}
    />
  );
}
