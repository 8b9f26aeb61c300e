import type { ProblemCode } from '@/lib/api/problems';

/** Expected failures are values with a literal code; exceptions mean bugs. */
export type Result<T> = Success<T> | Failure;

export interface Success<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Failure {
  readonly ok: false;
  readonly code: ProblemCode;
  /** Sooner there is no use in asking again; whole seconds. */
  readonly retryAfterSeconds?: number;
}

export function done<T>(value: T): Success<T> {
  return { ok: true, value };
}

export function refused(code: ProblemCode): Failure {
  return { ok: false, code };
}

/** Not now; after `seconds` it may be asked again. */
export function refusedFor(seconds: number): Failure {
  return { ok: false, code: 'wait-a-little', retryAfterSeconds: seconds };
}
