import type { Sessions } from '@/lib/api/sessions';
import type { Uuid } from '@/lib/ids/uuid';
import { now } from '../clock';
import { findSessionsOf, markOneEnded, type Person } from '../db/session-list-store';
import { done, refused, type Result } from '../result';
import { endSessionsOf } from './sessions';
import { hashSessionId } from './session-token';

/**
 * Where somebody is signed in.
 *
 * @param current the session that asks
 */
export async function listSessions(
  person: Person,
  current: string | null,
): Promise<Result<Sessions>> {
  const currentHash = current === null ? null : hashSessionId(current);
  const rows = await findSessionsOf(person, currentHash, now());
  return done({
    sessions: rows.map(({ signedInAt, lastSeenAt, ...row }) => ({
      ...row,
      signedInAt: signedInAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
    })),
  });
}

/** Its next request, on any instance, is of nobody. */
export async function endOneSession(person: Person, id: Uuid): Promise<Result<undefined>> {
  return (await markOneEnded(person, id, now())) ? done(undefined) : refused('not-found');
}

/** "Sign out everywhere else." */
export async function endOtherSessions(
  { audience, subjectId }: Person,
  current: string | null,
): Promise<Result<{ readonly ended: number }>> {
  return done({ ended: await endSessionsOf(audience, subjectId, current) });
}
