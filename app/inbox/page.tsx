import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Inbox } from '@/components/start/inbox';
import { isInboxShown } from '@/lib/server/demo/read-inbox';

export const metadata: Metadata = { title: 'Inbox' };

export default function InboxPage() {
  if (!isInboxShown()) notFound();
  return <Inbox />;
}
