import { currentSessionId, onSessionEnd } from '@/lib/server/access/sessions';
import { action } from '@/lib/server/http/action';
import { boardStream } from '@/lib/server/orders/stream-board';
import { done, refused } from '@/lib/server/result';

/** The store's board as server-sent events, until the tablet goes away or signs out. */
export const GET = action('GET /api/staff/orders/stream', {}, async (staff, { request }) => {
  const sessionId = await currentSessionId('staff');
  if (sessionId === null) return refused('not-signed-in');
  return done(boardStream(staff, request.signal, (end) => onSessionEnd('staff', sessionId, end)));
});
