import NextAuth from 'next-auth';
import { shopperAuth } from '@/lib/server/auth/shopper';
import { authRoute } from '@/lib/server/http/auth-route';

const handler = authRoute((request, context) => NextAuth(request, context, shopperAuth()));

export { handler as GET, handler as POST };
