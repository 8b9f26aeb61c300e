import { setPasswordSchema } from '@/lib/api/shoppers';
import { currentSessionId } from '@/lib/server/access/sessions';
import { action } from '@/lib/server/http/action';
import { setPassword } from '@/lib/server/shoppers/set-password';

export const PUT = action(
  'PUT /api/me/password',
  { body: setPasswordSchema, status: 204 },
  async (shopper, { body }) => setPassword(shopper, body, await currentSessionId('shopper')),
);
