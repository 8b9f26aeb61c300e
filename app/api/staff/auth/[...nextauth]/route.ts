import NextAuth from 'next-auth';
import { staffAuth } from '@/lib/server/access/sign-in-staff';
import { authRoute } from '@/lib/server/http/auth-route';

const handler = authRoute(async (request, context): Promise<unknown> =>
  NextAuth(request, context, staffAuth()),
);

export { handler as GET, handler as POST };
