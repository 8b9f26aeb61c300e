import { refused, type Failure, type Result } from '../result';
import type { Lane } from './bounded-queue';

/** Requests that ask without a session, and are served at once by this process in each lane. */
const ADMITTED_MAX = 24;
const AGAIN_IN_SECONDS = 2;

/** Next reloads modules in development, but keeps globalThis: still one count a process. */
const shared = globalThis as typeof globalThis & { smileAdmitted?: Record<Lane, number> };

/** Not now, because too many ask at once; nothing was done. */
export function busy(): Failure {
  return { ...refused('busy'), retryAfterSeconds: AGAIN_IN_SECONDS };
}

/**
 * Runs something that anybody may ask for, unless too many run in this lane already: a flood is
 * turned away before it has cost a query, so that everything else goes on.
 */
export async function admitted<T>(lane: Lane, run: () => Promise<Result<T>>): Promise<Result<T>> {
  const inside = (shared.smileAdmitted ??= { known: 0, stranger: 0 });
  if (inside[lane] >= ADMITTED_MAX) return busy();
  inside[lane] += 1;
  try {
    return await run();
  } finally {
    inside[lane] -= 1;
  }
}
