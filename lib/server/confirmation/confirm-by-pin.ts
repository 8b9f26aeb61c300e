import 'server-only';
import { confirmIntent, type ConfirmedIntent } from '@/lib/intents/confirmation';
import type { PaymentIntent } from '@/lib/intents/intent';
import { failedTooOften, forgetFailures, noteFailure } from '../access/failures';
import { forgetRefusedFaces, type FaceTry } from '../access/face-budget';
import { verifySecret } from '../access/password';
import { now } from '../clock';
import type { ShopperRow } from '../db/shoppers-store';
import { done, refused, type Result } from '../result';
import { permitted } from './permitted';

export interface PinAnswer {
  /** The number that was typed, or the own phone's; E.164. */
  readonly phone: string;
  /** Null where nobody has that number: looks like a wrong PIN from outside. */
  readonly shopper: ShopperRow | null;
  readonly pin: string;
  /** What the screen showed when the PIN was typed. */
  readonly intentHash: string;
  readonly place: Omit<FaceTry, 'candidateIds'>;
}

/** The way beside the face, at the same price. */
export async function confirmByPin(
  intent: PaymentIntent,
  { phone, shopper, pin, intentHash, place }: PinAnswer,
): Promise<Result<ConfirmedIntent<PaymentIntent>>> {
  const known = await checkPin(phone, shopper, pin);
  if (!known.ok) return known;
  await forgetRefusedFaces(place, known.value);
  const confirmation = { method: 'pin', shopperId: known.value } as const;
  return permitted(confirmIntent(intent, confirmation, intentHash, now()));
}

async function checkPin(
  phone: string,
  shopper: ShopperRow | null,
  pin: string,
): Promise<Result<string>> {
  const subject = `pin:${phone}`;
  if (await failedTooOften(subject, now())) return refused('pin-locked');
  if (!(await verifySecret(shopper?.pinHash, pin)) || !shopper) {
    await noteFailure(subject, now());
    return refused('pin-refused');
  }
  await forgetFailures(subject);
  return done(shopper.id);
}
