import { closeAccountSchema } from '@/lib/api/shoppers';
import { action } from '@/lib/server/http/action';
import { closeAccount } from '@/lib/server/shoppers/close-account';

export const POST = action(
  'POST /api/me/close',
  { body: closeAccountSchema },
  (shopper, { body }) => closeAccount(shopper, body),
);
