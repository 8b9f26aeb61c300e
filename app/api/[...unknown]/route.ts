import { problemResponse } from '@/lib/server/http/problem';

/** Whatever address does not exist answers like every other problem. */
function notFound(): Response {
  return problemResponse('not-found', crypto.randomUUID());
}

export { notFound as DELETE, notFound as GET, notFound as POST, notFound as PUT };
