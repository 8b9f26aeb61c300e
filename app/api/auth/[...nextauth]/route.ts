import NextAuth from 'next-auth';
import { shopperAuth } from '@/lib/server/access/sign-in-shopper';
import { authRoute } from '@/lib/server/http/auth-route';

const handler = authRoute(async (request, context): Promise<unknown> =>
  NextAuth(request, context, shopperAuth()),
);

export { handler as GET, handler as POST };
