import { shopperAuth } from '@/lib/server/access/sign-in-shopper';
import { authRoute } from '@/lib/server/http/auth-route';

const handler = authRoute({
  audience: 'shopper',
  providers: ['shopper', 'shopper-again', 'shopper-passkey'],
  options: shopperAuth,
});

export { handler as DELETE, handler as GET, handler as PATCH, handler as POST, handler as PUT };
