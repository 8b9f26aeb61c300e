import 'server-only';
import { attackSince, MINUTE_MS } from '@/lib/access/attempts';
import { ALARM_AFTER, type AttackCause } from '@/lib/access/limits';
import { now } from '../clock';
import { raiseAlarm } from '../db/alarms-store';
import { attemptsAt, type Subject } from './attempts';

/** After a refusal at a terminal: asks its staff to have a look, if it looks like an attack. */
export async function warnStaff(
  terminalId: string,
  cause: AttackCause,
  subject: Subject,
): Promise<void> {
  const at = now();
  const times = await attemptsAt(subject, at);
  const since = attackSince(times, at, ALARM_AFTER[cause]);
  // As of the latest one, whichever was judged first: all that came at once is one attack.
  const latest = Math.max(...times.map((time) => time.getTime()));
  if (since) await raiseAlarm(terminalId, { cause, since, at: new Date(latest) });
}

/** No alarm takes the place of another before this. */
const UNREADABLE_AGAIN_MS = 10 * MINUTE_MS;

/** A stored face could not be read at a terminal: its person needs new pictures. */
export async function reportUnreadableFace(terminalId: string): Promise<void> {
  const at = now();
  const since = new Date(at.getTime() - UNREADABLE_AGAIN_MS);
  await raiseAlarm(terminalId, { cause: 'unreadable-face', since, at });
}
