import { operatorAuth } from '@/lib/server/access/sign-in-operator';
import { authRoute } from '@/lib/server/http/auth-route';

const handler = authRoute({
  audience: 'operator',
  providers: ['operator'],
  options: operatorAuth,
});

export { handler as DELETE, handler as GET, handler as PATCH, handler as POST, handler as PUT };
