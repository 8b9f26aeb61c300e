import { consentSchema } from '@/lib/api/shoppers';
import { action } from '@/lib/server/http/action';
import { giveConsent } from '@/lib/server/shoppers/give-consent';

export const POST = action(
  'POST /api/me/consent',
  { body: consentSchema, status: 204 },
  (shopper) => giveConsent(shopper),
);
