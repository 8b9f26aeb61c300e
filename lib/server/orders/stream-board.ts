import 'server-only';
import type { StaffActor } from '@/lib/access/actors';
import { eventStream } from '../events/event-stream';
import { watchBoard } from './board-feed';
import { countStream } from '../events/open-streams';

/**
 * The board as server-sent events: the whole board on connecting and after every change,
 * so that a tablet that was away needs no history to be right again.
 *
 * @param signal of the request; see {@link eventStream}
 * @param isStillSignedIn asked at every heartbeat; who is not any more sees no further order
 */
export function boardStream(
  staff: Pick<StaffActor, 'id' | 'storeId'>,
  signal: AbortSignal,
  isStillSignedIn: () => Promise<boolean>,
): Response {
  return eventStream(signal, (stream) => {
    countStream(staff, stream);
    stream.onEnd(watchBoard(staff.storeId, (board) => stream.sendLatest('orders', board)));
    stream.onBeat(() => {
      // While the database is away nobody can tell; the next heartbeat asks again.
      void isStillSignedIn().then(
        (signedIn) => (signedIn ? undefined : stream.end()),
        () => undefined,
      );
    });
  });
}
