import 'server-only';
import type { Inbox } from '@/lib/api/demo';
import { now } from '../clock';
import { findTextMessages } from '../db/text-messages-store';
import { env, isDemo } from '../env';
import { openTextMessage } from '../events/text-message';
import { done, refused, type Result } from '../result';

const SHOWN = 50;

/** The demo sends no messages: whoever tries it reads them on a page. */
export function isInboxShown(): boolean {
  return isDemo() && !env().SMS_URL;
}

export async function readInbox(): Promise<Result<Inbox>> {
  if (!isInboxShown()) return refused('not-found');
  const rows = await findTextMessages(now(), SHOWN);
  const messages = rows.map((row) => ({
    id: row.id,
    ...openTextMessage(row),
    at: row.createdAt.toISOString(),
  }));
  return done({ messages });
}
