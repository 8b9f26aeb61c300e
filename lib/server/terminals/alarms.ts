import 'server-only';
import type { StaffActor } from '@/lib/access/actors';
import type { TerminalAlarm } from '@/lib/api/staff';
import { ALARM_SHOWN_MS } from '@/lib/access/limits';
import type { Uuid } from '@/lib/ids/uuid';
import { now } from '../clock';
import { dismissAlarm, findAlarms } from '../db/alarms-store';
import { done, refused, type Result } from '../result';

export async function storeAlarms(storeId: string): Promise<readonly TerminalAlarm[]> {
  const rows = await findAlarms(storeId, new Date(now().getTime() - ALARM_SHOWN_MS));
  return rows.map(({ raisedAt, ...row }) => ({ ...row, raisedAt: raisedAt.toISOString() }));
}

/**
 * Somebody of the staff had a look: it leaves the boards of the whole store. Asked twice, or by
 * two tablets, it is done once; another store's alarm does not exist, nor one that is over.
 */
export async function alarmSeen(
  { id: staffId, storeId }: StaffActor,
  alarmId: Uuid,
): Promise<Result<undefined>> {
  const known = await dismissAlarm(alarmId, { storeId, staffId }, now());
  return known ? done(undefined) : refused('not-found');
}
