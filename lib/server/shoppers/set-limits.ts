import 'server-only';
import type { z } from 'zod';
import type { ShopperActor } from '@/lib/access/actors';
import type { LimitsView, setLimitsSchema } from '@/lib/api/limits';
import { changeLimits, defaultLimits, mayBeChosen } from '@/lib/payments/limits/face-limits';
import { raiseLimitIntentOf } from '@/lib/payments/limits/raise-intent';
import { now } from '../clock';
import { confirmOwn } from '../confirmation/confirm-own';
import { changeFaceLimits } from '../db/face-limits-store';
import { refused, type Result } from '../result';
import { readLimits } from './read-limits';

/** Less is allowed at once; more needs the password, holds after a day, and its owner is told. */
export async function setLimits(
  shopper: ShopperActor,
  { password, passkey, ...asked }: z.output<typeof setLimitsSchema>,
): Promise<Result<LimitsView>> {
  const { id, currency } = shopper;
  const { perPayment, perDay, smallOnly } = asked;
  const wanted = { perPayment: perPayment.amount, perDay: perDay.amount, smallOnly };
  const isOwnCurrency = perPayment.currency === currency && perDay.currency === currency;
  if (!isOwnCurrency || !mayBeChosen(wanted, currency)) return refused('amount-out-of-range');
  const at = now();
  const isConfirmed = password !== undefined || passkey !== undefined;
  if (isConfirmed) {
    const confirmed = await confirmOwn(
      id,
      (until) => raiseLimitIntentOf(id, wanted, currency, until),
      { password, passkey },
    );
    if (!confirmed.ok) return confirmed;
  }
  const { limits } = await changeFaceLimits(id, at, (chosen) => {
    const change = changeLimits(chosen ?? defaultLimits(currency), wanted, at);
    const isAllowed = !change.raises || isConfirmed;
    return { limits: isAllowed ? change.chosen : null, raises: change.raises };
  });
  return limits ? readLimits(shopper) : refused('password-needed');
}
