import type { ProblemCode } from '@/lib/api/problems';
import type { Success } from '@/lib/result';

export { done } from '@/lib/result';

/** Expected failures are values with a literal code; exceptions mean bugs. */
export type Result<T> = Success<T> | Failure;

export interface Failure {
  readonly ok: false;
  readonly code: ProblemCode;
  /** Sooner there is no use in asking again; whole seconds. */
  readonly retryAfterSeconds?: number;
}

export function refused(code: ProblemCode): Failure {
  return { ok: false, code };
}

/** Not now; after `seconds` it may be asked again. */
export function refusedFor(seconds: number): Failure {
  return { ok: false, code: 'wait-a-little', retryAfterSeconds: seconds };
}
