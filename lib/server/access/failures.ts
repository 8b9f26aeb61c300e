import { countFailures, deleteFailures, insertFailure } from '../db/failures-store';

/** NIST SP 800-63B-4 asks for at most 100; a six-digit PIN wants far fewer. */
const FAILURES_MAX = 5;
const WINDOW_MS = 15 * 60 * 1000;

/**
 * Wrong passwords and PINs are counted per subject (`pin:+86…`, `password:…`); after five
 * within a quarter of an hour nothing is checked any more, right or wrong.
 */
export async function failedTooOften(
  subject: string,
  at: Date,
  failuresMax = FAILURES_MAX,
): Promise<boolean> {
  const since = new Date(at.getTime() - WINDOW_MS);
  return (await countFailures(subject, since)) >= failuresMax;
}

export function noteFailure(subject: string, at: Date): Promise<void> {
  return insertFailure(subject, at);
}

export function forgetFailures(subject: string): Promise<void> {
  return deleteFailures(subject);
}
