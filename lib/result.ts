/**
 * An expected failure is a value with a literal code; exceptions mean bugs. Pure code answers
 * with this type; use cases answer with `Result` of `lib/server/result.ts`, whose codes are problems.
 */
export type Result<T, Code extends string> = Success<T> | Refusal<Code>;

export interface Success<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refusal<Code extends string> {
  readonly ok: false;
  readonly code: Code;
}

export function done<T>(value: T): Success<T> {
  return { ok: true, value };
}

export function refused<Code extends string>(code: Code): Refusal<Code> {
  return { ok: false, code };
}

/** Goes on with the value, or keeps the refusal. */
export function andThen<T, U, Code extends string, Next extends string>(
  result: Result<T, Code>,
  next: (value: T) => Result<U, Next>,
): Result<U, Code | Next> {
  return result.ok ? next(result.value) : result;
}
