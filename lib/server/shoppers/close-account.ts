import 'server-only';
import type { ShopperActor } from '@/lib/access/actors';
import type { AccountClosed, CloseAccount } from '@/lib/api/shoppers';
import { ownIntent } from '@/lib/intents/intent';
import { toWire } from '@/lib/money/wire';
import { endSessionsOf } from '../access/sessions';
import { now } from '../clock';
import { confirmOwn } from '../confirmation/confirm-own';
import { closeShopper } from '../db/closed-accounts-store';
import { done, refused, type Result } from '../result';

/**
 * Ends the account: the money goes to the bank, the face, the name, the number and all secrets go,
 * the books stay. Not while a payment is not over.
 */
export async function closeAccount(
  { id, currency }: Pick<ShopperActor, 'id' | 'currency'>,
  given: CloseAccount,
): Promise<Result<AccountClosed>> {
  const confirmed = await confirmOwn(id, (until) => ownIntent('close-account', id, until), given);
  if (!confirmed.ok) return confirmed;
  const closing = await closeShopper(id, currency, now());
  switch (closing.kind) {
    case 'in-use':
      return refused('payment-open');
    case 'gone':
      return refused('not-signed-in');
    case 'closed':
      // Their rows have ended already; this tells the other instances.
      await endSessionsOf('shopper', id);
      return done({ paidOut: toWire(closing.paidOut) });
    default:
      return closing satisfies never;
  }
}
