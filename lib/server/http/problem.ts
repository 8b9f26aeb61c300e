import { PROBLEMS, type Problem, type ProblemCode } from '@/lib/api/problems';

/** An RFC 9457 answer. It says what a client may know, and nothing of the cause. */
export function problemResponse(
  code: ProblemCode,
  requestId: string,
  fields?: readonly string[],
): Response {
  const { status, title } = PROBLEMS[code];
  const problem: Problem = {
    type: `/docs/problems#${code}`,
    title,
    status,
    code,
    requestId,
    ...(fields && { fields: [...fields] }),
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  });
}
