import type { StaffActor } from '@/lib/access/actors';
import type { Uuid } from '@/lib/ids/uuid';
import { now } from '../clock';
import { setAlarmDismissed } from '../db/alarms-store';
import { type Result, done, refused } from '../result';

/**
 * Somebody of the staff had a look: it leaves the boards of the whole store. Asked twice, or by
 * two tablets, it is done once; another store's alarm does not exist, nor one that is over.
 */
export async function dismissAlarm(
  { id: staffId, storeId }: StaffActor,
  alarmId: Uuid,
): Promise<Result<undefined>> {
  const known = await setAlarmDismissed(alarmId, { storeId, staffId }, now());
  return known ? done(undefined) : refused('not-found');
}
