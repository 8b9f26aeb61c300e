import { PROBLEMS, type Problem, type ProblemCode } from '@/lib/api/problems';

/** What some codes say besides themselves. */
export type ProblemDetails = Pick<Problem, 'fields' | 'retryAfterSeconds'>;

/** An RFC 9457 answer. It says what a client may know, and nothing of the cause. */
export function problemResponse(
  code: ProblemCode,
  requestId: string,
  { fields, retryAfterSeconds }: ProblemDetails = {},
): Response {
  const { status, title } = PROBLEMS[code];
  const problem: Problem = {
    type: `/docs/problems#${code}`,
    title,
    status,
    code,
    requestId,
    ...(fields && { fields }),
    ...(retryAfterSeconds && { retryAfterSeconds }),
  };
  const headers = new Headers({
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  });
  if (retryAfterSeconds) headers.set('retry-after', String(retryAfterSeconds));
  return new Response(JSON.stringify(problem), { status, headers });
}
