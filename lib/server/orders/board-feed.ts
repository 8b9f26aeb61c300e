import 'server-only';
import { onStoreChange } from '../db/store-changes';
import { readBoard } from './read-board';

/** A database that is away for a moment is asked again. */
const RETRY_MS = 1_000;

type Receive = (board: string) => void;

/** One store's board, read once for all who watch it, however many they are. */
interface Feed {
  /** What each of them has received last. */
  readonly watchers: Map<Receive, string | undefined>;
  look(): void;
  close(): void;
}

/** Next reloads modules in development, but keeps globalThis: still one feed a store. */
const shared = globalThis as typeof globalThis & { smileBoardFeeds?: Map<string, Feed> };

/**
 * Calls `receive` with the store's board as JSON: now, and whenever it has changed.
 *
 * @returns stops it; further calls do nothing
 */
export function watchBoard(storeId: string, receive: Receive): () => void {
  const feeds = allFeeds();
  const feed = feeds.get(storeId) ?? openFeed(storeId);
  feeds.set(storeId, feed);
  feed.watchers.set(receive, undefined);
  feed.look();
  return () => {
    if (!feed.watchers.delete(receive) || feed.watchers.size > 0) return;
    feed.close();
    feeds.delete(storeId);
  };
}

function allFeeds(): Map<string, Feed> {
  return (shared.smileBoardFeeds ??= new Map<string, Feed>());
}

function openFeed(storeId: string): Feed {
  const watchers: Feed['watchers'] = new Map();
  let retry: NodeJS.Timeout | undefined;
  const look = coalesced(async () => {
    if (watchers.size === 0) return;
    clearTimeout(retry);
    try {
      const board = await readBoard({ storeId });
      if (board.ok) tell(watchers, JSON.stringify(board.value));
    } catch {
      if (watchers.size > 0) retry = setTimeout(look, RETRY_MS);
    }
  });
  const unsubscribe = onStoreChange(storeId, look);
  const close = () => {
    clearTimeout(retry);
    unsubscribe();
  };
  return { watchers, look, close };
}

function tell(watchers: Feed['watchers'], board: string): void {
  for (const [receive, last] of [...watchers]) {
    if (last === board) continue;
    watchers.set(receive, board);
    receive(board);
  }
}

/** Runs one at a time; calls that come meanwhile lead to one more run, not to many. */
function coalesced(run: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  const loop = async () => {
    running = true;
    do {
      again = false;
      await run();
    } while (again);
    running = false;
  };
  return () => {
    if (running) again = true;
    else void loop();
  };
}
