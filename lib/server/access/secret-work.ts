import { availableParallelism } from 'node:os';
import { done, type Result } from '../result';
import { busy } from './admission';
import { boundedQueue, type Lane } from './bounded-queue';

/**
 * argon2 takes a core and 19 MiB for about 30 ms. It runs in libuv's four threads, which files and
 * names of hosts need as well: one core and two threads are left free, so that a flood of
 * passwords slows nothing but passwords.
 */
const RUNNING_MAX = Math.max(1, Math.min(2, availableParallelism() - 1));
/** Who waits behind so many waits half a second; more would only fill the memory. */
const WAITING_MAX = 16;

/** Next reloads modules in development, but keeps globalThis: still one queue a process. */
const shared = globalThis as typeof globalThis & {
  smileSecretWork?: ReturnType<typeof boundedQueue>;
};

/** Runs argon2 when its turn comes, or refuses as `busy` at once. */
export async function secretWork<T>(lane: Lane, work: () => Promise<T>): Promise<Result<T>> {
  shared.smileSecretWork ??= boundedQueue({ runningMax: RUNNING_MAX, waitingMax: WAITING_MAX });
  const result = await shared.smileSecretWork(lane, async () => done(await work()));
  return result ?? busy();
}
