import NextAuth from 'next-auth';
import { staffAuth } from '@/lib/server/auth/staff';
import { authRoute } from '@/lib/server/http/auth-route';

const handler = authRoute((request, context) => NextAuth(request, context, staffAuth()));

export { handler as GET, handler as POST };
