import 'server-only';
import type { NextRequest } from 'next/server';
import { logFault } from '../log';
import { problemResponse } from './problem';

interface AuthContext {
  readonly params: Promise<{ nextauth: string[] }>;
}
type AuthRoute = (request: NextRequest, context: AuthContext) => Promise<Response>;

/** What next-auth does with a request; a fault of it answers as a problem like any other. */
export function authRoute(
  run: (request: NextRequest, context: AuthContext) => Promise<unknown>,
): AuthRoute {
  return async (request, context) => {
    try {
      const response = await run(request, context);
      if (response instanceof Response) return response;
      throw new TypeError('next-auth gave no response');
    } catch (error) {
      const requestId = crypto.randomUUID();
      logFault(requestId, error);
      return problemResponse('internal', requestId);
    }
  };
}
