import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { isAtLeast } from '@/lib/access/roles';
import { todaySearch } from '@/lib/api/merchant';
import { TodayView } from '@/components/merchant/today/today-view';
import { currentStaff } from '@/lib/server/access/sign-in-staff';
import { readToday } from '@/lib/server/merchants/read-today';

export const metadata: Metadata = { title: 'Today' };

interface TodayPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
}

export default async function TodayPage({ searchParams }: TodayPageProps) {
  const staff = await currentStaff();
  if (!staff) redirect('/staff/sign-in');
  if (!isAtLeast(staff.role, 'manager')) notFound();
  const search = todaySearch.safeParse(await searchParams);
  if (!search.success) notFound();
  const today = await readToday(staff, search.data);
  if (!today.ok) notFound();
  return <TodayView {...today.value} role={staff.role} />;
}
