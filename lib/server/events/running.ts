import { now } from '../clock';
import { logFault } from '../log';
import { dispatchDue, type Subscriber } from './dispatcher';

const POLL_MS = 1_000;

interface Running {
  wake: () => void;
}

/** Next bundles what starts with the server apart from the routes; both see globalThis. */
const shared = globalThis as typeof globalThis & { smileDispatcher?: Running };

/** Something was committed in this process: tell it now, not at the next look. */
export function wakeDispatcher(): void {
  shared.smileDispatcher?.wake();
}

/** Looks every second, and at once when woken; one round at a time. Once per process. */
export function startDispatcher(subscribers: readonly Subscriber[]): void {
  if (shared.smileDispatcher) return;
  let running = false;
  let again = false;
  const run = async () => {
    if (running) return void (again = true);
    running = true;
    do {
      again = false;
      try {
        again = (await dispatchDue(subscribers, now())).more || again;
      } catch (error) {
        logFault('outbox', error);
      }
    } while (again);
    running = false;
  };
  shared.smileDispatcher = { wake: () => void run() };
  setInterval(() => void run(), POLL_MS).unref();
}
