import { now } from './clock';
import { deleteKeys } from './db/idempotency-store';
import { deleteDelivered } from './db/outbox-store';
import { KEPT_MS } from './http/idempotency';
import { logFault } from './log';
import { startDispatcher } from './outbox/running';
import { SUBSCRIBERS } from './outbox/subscribers';
import { expireHolds, expireUnpaid, lapseUnanswered, releaseDispatched } from './payments/due';

const EVERY_MS = 10_000;
/** Delivered messages are kept this long, for whoever asks what was told. */
const OUTBOX_KEPT_MS = 7 * 24 * 60 * 60 * 1000;

const shared = globalThis as typeof globalThis & { smileJobs?: NodeJS.Timeout };

/** What must happen although nobody calls. Every instance runs it; the database shares it out. */
export function startJobs(): void {
  startDispatcher(SUBSCRIBERS);
  shared.smileJobs ??= setInterval(() => void runJobs(), EVERY_MS).unref();
}

async function runJobs(): Promise<void> {
  try {
    const at = now();
    await lapseUnanswered(at);
    await expireUnpaid(at);
    await releaseDispatched(at);
    await expireHolds(at);
    await deleteKeys(new Date(at.getTime() - KEPT_MS), 1_000);
    await deleteDelivered(new Date(at.getTime() - OUTBOX_KEPT_MS), 1_000);
  } catch (error) {
    logFault('jobs', error);
  }
}
