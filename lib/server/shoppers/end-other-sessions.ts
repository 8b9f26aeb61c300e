import type { ShopperActor } from '@/lib/access/actors';
import type { SessionsEnded } from '@/lib/api/shoppers';
import { endSessionsOf } from '../access/sessions';
import { done, type Result } from '../result';

/** "Sign out everywhere else": ended at their next request, on every instance. */
export async function endOtherSessions(
  { id }: Pick<ShopperActor, 'id'>,
  sessionId: string | null,
): Promise<Result<SessionsEnded>> {
  return done({ ended: await endSessionsOf('shopper', id, sessionId) });
}
