import 'server-only';
import type { ShopperActor } from '@/lib/access/actors';
import type { LimitsView, LimitsWire } from '@/lib/api/limits';
import { CURRENCY_FACTS, type CurrencyCode } from '@/lib/money/currency';
import { money } from '@/lib/money/money';
import { toWire } from '@/lib/money/wire';
import { defaultLimits, limitsAt, type FaceLimits } from '@/lib/payments/limits/face-limits';
import { DAY_OF_LIMITS_MS, NEW_FACE_MS } from '@/lib/payments/limits/judge-face-payment';
import { now } from '../clock';
import { findFaceLimits } from '../db/face-limits-store';
import { sumFacePayments } from '../db/face-payments-store';
import { findProfile } from '../db/shoppers-store';
import { done, refused, type Result } from '../result';

/** What the own face alone may pay, and how much of the day it has used. */
export async function readLimits({ id, currency }: ShopperActor): Promise<Result<LimitsView>> {
  const at = now();
  const daySince = new Date(at.getTime() - DAY_OF_LIMITS_MS);
  const [profile, chosen, paid] = await Promise.all([
    findProfile(id),
    findFaceLimits(id),
    sumFacePayments(id, currency, daySince),
  ]);
  if (!profile) return refused('not-signed-in');
  const { current, next } = limitsAt(chosen ?? defaultLimits(currency), at);
  return done({
    current: wireOf(current, currency),
    next: next && { ...wireOf(next.limits, currency), from: next.from.toISOString() },
    paid: toWire(money(paid, currency)),
    newFace: newFaceOf(profile.face?.enrolledAt, current, currency, at),
    small: toWire(money(CURRENCY_FACTS[currency].smallMax, currency)),
  });
}

function wireOf({ perPayment, perDay, smallOnly }: FaceLimits, currency: CurrencyCode): LimitsWire {
  return {
    perPayment: toWire(money(perPayment, currency)),
    perDay: toWire(money(perDay, currency)),
    smallOnly,
  };
}

/** Null where the face is no longer new, or the own limits are lower in both. */
function newFaceOf(
  enrolledAt: Date | undefined,
  { perPayment, perDay }: FaceLimits,
  currency: CurrencyCode,
  at: Date,
): LimitsView['newFace'] {
  const { newPayment, newDay } = CURRENCY_FACTS[currency].faceLimits;
  if (!enrolledAt || (perPayment <= newPayment && perDay <= newDay)) return null;
  const until = new Date(enrolledAt.getTime() + NEW_FACE_MS);
  if (until <= at) return null;
  const lower = (one: bigint, other: bigint) => toWire(money(one < other ? one : other, currency));
  return {
    until: until.toISOString(),
    perPayment: lower(newPayment, perPayment),
    perDay: lower(newDay, perDay),
  };
}
