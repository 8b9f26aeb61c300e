import { staffAuth } from '@/lib/server/access/sign-in-staff';
import { authRoute } from '@/lib/server/http/auth-route';

const handler = authRoute({
  audience: 'staff',
  providers: ['staff', 'staff-code', 'staff-passkey'],
  options: staffAuth,
});

export { handler as DELETE, handler as GET, handler as PATCH, handler as POST, handler as PUT };
