import 'server-only';
import type { StaffActor } from '@/lib/access/actors';
import { onStoreChange } from '../db/store-changes';
import { storeOrders } from './read-board';

/** Keeps proxies from giving up on a silent connection, and tells the tablet that we live. */
const HEARTBEAT_MS = 20_000;

/**
 * The board as server-sent events: the whole board on connecting and after every change,
 * so that a tablet that was away needs no history to be right again.
 */
export function boardStream(staff: StaffActor, signal: AbortSignal): Response {
  const encoder = new TextEncoder();
  let stop = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      const send = coalesced(async () => {
        const board = await storeOrders(staff);
        if (board.ok && !signal.aborted) {
          write(`event: orders\ndata: ${JSON.stringify(board.value)}\n\n`);
        }
      });
      const unsubscribe = onStoreChange(staff.storeId, send);
      const heartbeat = setInterval(() => write('event: still-here\ndata:\n\n'), HEARTBEAT_MS);
      stop = () => {
        unsubscribe();
        clearInterval(heartbeat);
      };
      signal.addEventListener('abort', () => {
        stop();
        controller.close();
      });
      write('retry: 1000\n\n');
      send();
    },
    cancel: () => stop(),
  });
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

/** Runs one at a time; calls that come meanwhile lead to one more run, not to many. */
function coalesced(run: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  const loop = async () => {
    running = true;
    do {
      again = false;
      // A database that is away for a moment announces itself when it is back.
      await run().catch(() => undefined);
    } while (again);
    running = false;
  };
  return () => {
    if (running) again = true;
    else void loop();
  };
}
