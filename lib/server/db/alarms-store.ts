import { randomUUID } from 'node:crypto';
import type { AlarmCause } from '@/lib/access/limits';
import type { Uuid } from '@/lib/ids/uuid';
import { outboxWritten } from './outbox-signal';
import { databasePool } from './pool';

export interface AlarmRow {
  readonly id: Uuid;
  readonly terminalName: string;
  readonly cause: AlarmCause;
  readonly raisedAt: Date;
}

const TOPICS: Readonly<Record<AlarmCause, string>> = {
  faces: 'terminal.faces-refused',
  pins: 'terminal.pins-refused',
  'unreadable-face': 'terminal.face-unreadable',
};

/** Every change of a terminal's alarm is told to its store, in the same statement. */
const TELLING = `
  INSERT INTO outbox (topic, payload, store_id, created_at, due_at)
  SELECT $1, jsonb_build_object('terminalId', terminal_id), store_id, $2, $2 FROM changed`;

/**
 * Raises a terminal's alarm, unless that was done after `since`: of several failures that each see
 * the attack, one tells of it.
 */
export async function raiseAlarm(
  terminalId: string,
  { cause, since, at }: { readonly cause: AlarmCause; readonly since: Date; readonly at: Date },
): Promise<void> {
  const { rowCount } = await databasePool().query(
    `WITH changed AS (
       INSERT INTO terminal_alarms AS alarm (terminal_id, id, store_id, raised_at, cause)
       SELECT terminals.id, $4, store_id, $2, $6 FROM terminals WHERE terminals.id = $3
       ON CONFLICT (terminal_id) DO UPDATE
          SET id = excluded.id, raised_at = excluded.raised_at, cause = excluded.cause,
              dismissed_at = NULL, dismissed_by = NULL
        WHERE alarm.raised_at < $5
       RETURNING terminal_id, store_id) ${TELLING}`,
    [TOPICS[cause], at, terminalId, randomUUID(), since, cause],
  );
  if (rowCount) outboxWritten();
}

/** What the staff of a store should have a look at, the newest first. */
export async function findAlarms(storeId: string, since: Date): Promise<readonly AlarmRow[]> {
  const { rows } = await databasePool().query<AlarmRow>(
    `SELECT alarm.id, name AS "terminalName", cause, raised_at AS "raisedAt"
       FROM terminal_alarms AS alarm JOIN terminals ON terminals.id = terminal_id
      WHERE alarm.store_id = $1 AND dismissed_at IS NULL AND raised_at > $2
      ORDER BY raised_at DESC`,
    [storeId, since],
  );
  return rows;
}

/**
 * Somebody had a look. One that was seen already stays as it is.
 *
 * @returns false when this store has no such alarm (any more): it was raised anew under another id,
 *   or is over
 */
export async function setAlarmDismissed(
  id: Uuid,
  by: { readonly storeId: string; readonly staffId: string },
  at: Date,
): Promise<boolean> {
  const { rowCount } = await databasePool().query(
    `WITH changed AS (
       UPDATE terminal_alarms SET dismissed_at = $2, dismissed_by = $5
        WHERE id = $3 AND store_id = $4 AND dismissed_at IS NULL
       RETURNING terminal_id, store_id) ${TELLING}`,
    ['terminal.alarm-dismissed', at, id, by.storeId, by.staffId],
  );
  if (!rowCount) return isAlarmOf(by.storeId, id);
  outboxWritten();
  return true;
}

async function isAlarmOf(storeId: string, id: Uuid): Promise<boolean> {
  const { rowCount } = await databasePool().query(
    'SELECT FROM terminal_alarms WHERE id = $1 AND store_id = $2',
    [id, storeId],
  );
  return rowCount === 1;
}

/** Deletes alarms from before then; those that nobody dismissed leave the boards now. */
export async function deleteAlarms(before: Date, at: Date): Promise<void> {
  await databasePool().query(
    `WITH gone AS (DELETE FROM terminal_alarms WHERE raised_at <= $3 RETURNING *),
          changed AS (SELECT * FROM gone WHERE dismissed_at IS NULL) ${TELLING}`,
    ['terminal.alarm-over', at, before],
  );
}
