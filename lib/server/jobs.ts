import { now } from './clock';
import { logFault } from './log';
import { expireHolds, expireUnpaid, lapseUnanswered, releaseDispatched } from './payments/due';

const EVERY_MS = 10_000;

const shared = globalThis as typeof globalThis & { smileJobs?: NodeJS.Timeout };

/** What must happen although nobody calls. Every instance runs it; the database shares it out. */
export function startJobs(): void {
  shared.smileJobs ??= setInterval(() => void runJobs(), EVERY_MS).unref();
}

async function runJobs(): Promise<void> {
  try {
    const at = now();
    await lapseUnanswered(at);
    await expireUnpaid(at);
    await releaseDispatched(at);
    await expireHolds(at);
  } catch (error) {
    logFault('jobs', error);
  }
}
