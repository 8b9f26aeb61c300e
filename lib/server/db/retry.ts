import { setTimeout as wait } from 'node:timers/promises';

/**
 * SQLSTATEs after which the same statement may simply be sent again: the transaction left nothing
 * behind (PostgreSQL manual, appendix A).
 */
const TRANSIENT = new Set([
  '40001', // serialization_failure
  '40P01', // deadlock_detected
]);

/** Two calls with one new transfer id met; the second try finds it posted and says so. */
const isIdRace = (error: { code?: string; constraint?: string }) =>
  error.code === '23505' && /^ledger_transfers?_/.test(error.constraint ?? '');

/**
 * The connection broke, or the server went down: whether the statement was committed is unknown.
 * Classes 08 and 57P of the same appendix, and what the socket says.
 */
const isLost = ({ code = '', message }: { code?: string; message: string }) =>
  /^(08...|57P0[123]|ECONNRESET|EPIPE|ECONNREFUSED)$/.test(code) ||
  message === 'Connection terminated unexpectedly';

/** Before a lost connection is tried again; the server may be coming up. */
const PAUSE_MS = 50;

/** In a larger transaction the first failure broke it: PostgreSQL only says so from then on. */
const isAftermath = (error: { code?: string }) => error.code === '25P02';

/**
 * Runs a statement again when it lost against another transaction, or lost its connection.
 *
 * @requires that `attempt` is one statement, and that it does nothing when it was committed before:
 * ledger_post, payment_commit and order_commit recognise what they have done. In a transaction of its own it gets another chance;
 * inside a larger one its first error is thrown.
 */
export async function withRetry<T>(attempt: () => Promise<T>, triesMax = 5): Promise<T> {
  let lost: Error | undefined;
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      const failure = error as Error & { code?: string; constraint?: string };
      if (lost && isAftermath(failure)) throw lost;
      const again = TRANSIENT.has(failure.code ?? '') || isIdRace(failure) || isLost(failure);
      if (!again || tries >= triesMax) throw error;
      if (isLost(failure)) await wait(PAUSE_MS * tries);
      lost = failure;
    }
  }
}
