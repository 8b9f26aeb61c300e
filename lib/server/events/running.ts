import { now } from '../clock';
import { onOutboxWritten } from '../db/outbox-signal';
import { logFault } from '../log';
import { dispatchDue, type Subscriber } from './dispatcher';

const POLL_MS = 1_000;

let started = false;

/**
 * Looks every second, and at once when something was committed in this process; one round at a
 * time. Once per process.
 */
export function startDispatcher(subscribers: readonly Subscriber[]): void {
  if (started) return;
  started = true;
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
  onOutboxWritten(() => void run());
  setInterval(() => void run(), POLL_MS).unref();
}
