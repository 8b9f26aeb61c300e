import 'server-only';
import type { z } from 'zod';
import type { ShopperActor } from '@/lib/access/actors';
import type { confirmationSchema } from '@/lib/api/confirmations';
import { ownIntent } from '@/lib/intents/intent';
import { raiseLimitIntentOf } from '@/lib/payments/limits/raise-intent';
import type { RelyingParty } from '../access/passkeys/relying-party';
import { beginConfirmation } from '../confirmation/begin-confirmation';

/** What is to be done to the own account; carried out only as it stands here. */
export function beginOwnConfirmation(
  { id, currency }: ShopperActor,
  asked: z.output<typeof confirmationSchema>,
  relyingParty: RelyingParty,
) {
  return beginConfirmation(
    { id },
    (expiresAt) => {
      if (asked.purpose !== 'raise-limit') return ownIntent(asked.purpose, id, expiresAt);
      const { perPayment, perDay, smallOnly } = asked;
      const wanted = { perPayment: perPayment.amount, perDay: perDay.amount, smallOnly };
      return raiseLimitIntentOf(id, wanted, currency, expiresAt);
    },
    relyingParty,
  );
}
