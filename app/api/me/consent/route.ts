import { consentSchema } from '@/lib/api/shoppers';
import { action } from '@/lib/server/http/action';
import { consent } from '@/lib/server/shoppers/profile';

export const POST = action(
  'POST /api/me/consent',
  { body: consentSchema, status: 204 },
  (shopper) => consent(shopper),
);
