import 'server-only';
import type { TerminalAlarm } from '@/lib/api/staff';
import { ALARM_SHOWN_MS } from '@/lib/access/limits';
import { now } from '../clock';
import { findAlarms } from '../db/alarms-store';

export async function listAlarms(storeId: string): Promise<readonly TerminalAlarm[]> {
  const rows = await findAlarms(storeId, new Date(now().getTime() - ALARM_SHOWN_MS));
  return rows.map(({ raisedAt, ...row }) => ({ ...row, raisedAt: raisedAt.toISOString() }));
}
