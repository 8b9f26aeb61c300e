import 'server-only';
import type { ShopperActor } from '@/lib/access/actors';
import type { AuthenticationResponse } from '@/lib/api/passkeys';
import type { PlacedOrder } from '@/lib/api/orders';
import type { Uuid } from '@/lib/ids/uuid';
import { hashIntent, type PaymentIntent } from '@/lib/intents/intent';
import { toWire } from '@/lib/money/wire';
import { paymentIntentOf } from '@/lib/payments/payment-intent';
import type { RelyingParty } from '../access/passkeys/relying-party';
import { beginConfirmation } from '../confirmation/begin-confirmation';
import { confirmByPasskey } from '../confirmation/confirm-by-passkey';
import { refused, type Result } from '../result';
import { hold } from './hold';
import { payableBy, type Payable } from './payable';

/**
 * Asks the shopper's passkey to sign what the screen shows.
 *
 * @param intentHash `hashIntent` of it; another amount or payee than the server's is refused
 */
export async function beginByPasskey(
  shopper: ShopperActor,
  paymentId: Uuid,
  intentHash: string,
  relyingParty: RelyingParty,
) {
  const payable = await payableOnOwnPhone(shopper, paymentId);
  if (!payable.ok) return payable;
  const intent = intentOf(payable.value);
  if (hashIntent(intent) !== intentHash) return refused('intent-changed');
  return beginConfirmation(shopper, () => intent, relyingParty);
}

/** Pay with a passkey, on the own phone: it signs amount and payee (PSD2 RTS, article 5). */
export async function authorizeByPasskey(
  shopper: ShopperActor,
  paymentId: Uuid,
  response: AuthenticationResponse,
  relyingParty: RelyingParty,
): Promise<Result<PlacedOrder>> {
  const payable = await payableOnOwnPhone(shopper, paymentId);
  if (!payable.ok) return payable;
  const intent = intentOf(payable.value);
  const confirmed = await confirmByPasskey(shopper, () => intent, response, relyingParty);
  return confirmed.ok ? hold(confirmed.value, payable.value) : confirmed;
}

function payableOnOwnPhone(shopper: ShopperActor, paymentId: Uuid): Promise<Result<Payable>> {
  return payableBy({ terminal: null, shopper, address: '' }, paymentId, 'shopper');
}

function intentOf({ record: { payment } }: Payable): PaymentIntent {
  return paymentIntentOf({ ...payment, amount: toWire(payment.amount) }, 'own-phone');
}
