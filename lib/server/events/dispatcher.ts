import { leaseMessages, markDelivered, markFailed, type LeasedMessage } from '../db/outbox-store';
import { logFault } from '../log';

/** Somebody who is told of what happened. */
export interface Subscriber {
  /** Kept with each message that it has; never change it. */
  readonly name: string;
  /**
   * Called at least once for every message, perhaps again after a failure or a crash, perhaps
   * by another instance, and not always in the order of what happened: it must be idempotent
   * and read how things stand now. It ignores topics that it does not know.
   */
  readonly deliver: (message: LeasedMessage) => Promise<void>;
}

/** Longer than any delivery takes; a dispatcher that died is replaced after this. */
export const LEASE_MS = 30_000;
export const ATTEMPTS_MAX = 12;
const BATCH = 50;
const FIRST_DELAY_MS = 1_000;

/**
 * Delivers what is due now. Any number of instances may do it at once.
 *
 * @returns how many messages it took; when as many as a batch holds, there may be more
 */
export async function dispatchDue(
  subscribers: readonly Subscriber[],
  at: Date,
): Promise<{ readonly taken: number; readonly more: boolean }> {
  const messages = await leaseMessages(at, LEASE_MS, BATCH);
  const delivered: string[] = [];
  for (const message of messages) {
    if (await deliverToAll(message, subscribers, at)) delivered.push(message.id);
  }
  if (delivered.length > 0) await markDelivered(delivered, at);
  return { taken: messages.length, more: messages.length === BATCH };
}

/** One subscriber that fails keeps nobody else waiting. */
async function deliverToAll(
  message: LeasedMessage,
  subscribers: readonly Subscriber[],
  at: Date,
): Promise<boolean> {
  const deliveredTo = [...message.deliveredTo];
  let failure: string | undefined;
  for (const { name, deliver } of subscribers) {
    if (deliveredTo.includes(name)) continue;
    try {
      await deliver(message);
      deliveredTo.push(name);
    } catch (error) {
      failure = `${name}: ${error instanceof Error ? error.name : 'unknown'}`;
      logFault(`outbox:${message.id}`, error);
    }
  }
  if (failure === undefined) return true;
  const dueAt = nextTry(message.attempts, at, Math.random());
  await markFailed(message.id, { deliveredTo, error: failure, at, dueAt });
  return false;
}

/**
 * When to try again: twice as long after each failure, and somewhere in the
 * second half of that time, so that what failed together does not come back together.
 *
 * @param attempts tries so far, from 1
 * @param random uniform in [0, 1)
 * @returns null after the last try
 */
export function nextTry(attempts: number, at: Date, random: number): Date | null {
  if (attempts >= ATTEMPTS_MAX) return null;
  const delay = FIRST_DELAY_MS * 2 ** (attempts - 1);
  return new Date(at.getTime() + delay * (0.5 + random / 2));
}
