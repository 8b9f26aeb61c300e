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
 * @param onSignOut calls back when the session has ended: no further order is sent; gives a
 *   function that stops watching
 */
export function boardStream(
  staff: Pick<StaffActor, 'id' | 'storeId'>,
  signal: AbortSignal,
  onSignOut: (end: () => void) => () => void,
): Response {
  return eventStream(signal, (stream) => {
    countStream(staff, stream);
    stream.onEnd(watchBoard(staff.storeId, (board) => stream.sendLatest('orders', board)));
    stream.onEnd(onSignOut(() => stream.end()));
  });
}
