import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/access/attempts';
import { CURRENCY_FACTS } from '@/lib/money/currency';
import type { Money } from '@/lib/money/money';
import type { FaceLimits } from './face-limits';

/** So long a face counts as new. */
export const NEW_FACE_MS = DAY_MS;
/** What "a day" is: these hours before the payment. */
export const DAY_OF_LIMITS_MS = DAY_MS;
/** Nobody is in two countries or time zones within this time. */
export const ELSEWHERE_WITHIN_MS = HOUR_MS;
/** Refused faces of others at the terminal count for so long. */
export const REFUSED_WITHIN_MS = 10 * MINUTE_MS;

/** In any currency: nobody eats so often, and a stolen face is used in a hurry. */
const PAYMENTS_A_DAY_MAX = 30;
/** Somebody who tries other people's faces has reached the staff's alarm (`ALARM_AFTER`) by then. */
const REFUSED_HERE_MAX = 4;

/** Why a face alone does not pay; kept for audit and never told. */
export type LimitReason =
  | 'payment-limit'
  | 'day-limit'
  | 'day-count'
  | 'small-only'
  | 'new-face-payment'
  | 'new-face-day'
  | 'new-store'
  | 'refused-faces-here'
  | 'elsewhere-lately';

/** One rule, with what it saw and its bound. */
export interface LimitCheck {
  readonly reason: LimitReason;
  readonly value: bigint;
  readonly max: bigint;
}

/** A payment that a face has confirmed, and what is known of who pays it where. */
export interface FacePaymentFacts {
  readonly amount: Money;
  /** As they hold now. */
  readonly limits: FaceLimits;
  /** Paid by this face alone, in this currency, within {@link DAY_OF_LIMITS_MS}. */
  readonly paid: { readonly amount: bigint; readonly payments: number };
  /** Since its enrolment was completed; null when the face is gone by now. */
  readonly faceAgeMs: number | null;
  /** The shopper never paid in this store, by whatever means. */
  readonly isFirstInStore: boolean;
  /** Faces that were refused at this terminal within {@link REFUSED_WITHIN_MS}; 0 on the own phone. */
  readonly refusedHere: number;
  /** The shopper paid at a counter in another country or time zone within {@link ELSEWHERE_WITHIN_MS}. */
  readonly wasElsewhere: boolean;
  /** Without a PIN nothing can complete the smile. */
  readonly pinSet: boolean;
}

/** What payments by this face alone may come to within a day, this one included. */
export interface DayBound {
  readonly amountMax: bigint;
  readonly paymentsMax: number;
}

export type FacePaymentDecision =
  /** The bound is held again where the payment is committed, because others may be faster. */
  | { readonly kind: 'pass'; readonly day: DayBound }
  /** The PIN completes it. */
  | { readonly kind: 'step-up'; readonly over: readonly LimitCheck[] }
  /** The PIN would complete it, but none is set. */
  | { readonly kind: 'refuse'; readonly over: readonly LimitCheck[] };

/** Whether a face that was recognised is enough to pay this. */
export function judgeFacePayment(facts: FacePaymentFacts): FacePaymentDecision {
  const over = checksOf(facts).filter(({ value, max }) => value > max);
  if (over.length > 0) return { kind: facts.pinSet ? 'step-up' : 'refuse', over };
  return { kind: 'pass', day: dayBoundOf(facts) };
}

function checksOf(facts: FacePaymentFacts): readonly LimitCheck[] {
  const { limits, paid, refusedHere, wasElsewhere } = facts;
  const { amount, currency } = facts.amount;
  const { smallMax, faceLimits } = CURRENCY_FACTS[currency];
  const ofDay = paid.amount + amount;
  const isNew = isNewFace(facts);
  return [
    { reason: 'payment-limit', value: amount, max: limits.perPayment },
    { reason: 'day-limit', value: ofDay, max: limits.perDay },
    { reason: 'day-count', value: BigInt(paid.payments + 1), max: BigInt(PAYMENTS_A_DAY_MAX) },
    ...checksIf(limits.smallOnly, { reason: 'small-only', value: amount, max: smallMax }),
    ...checksIf(isNew, { reason: 'new-face-payment', value: amount, max: faceLimits.newPayment }),
    ...checksIf(isNew, { reason: 'new-face-day', value: ofDay, max: faceLimits.newDay }),
    ...checksIf(facts.isFirstInStore, { reason: 'new-store', value: amount, max: smallMax }),
    { reason: 'refused-faces-here', value: BigInt(refusedHere), max: BigInt(REFUSED_HERE_MAX) },
    { reason: 'elsewhere-lately', value: wasElsewhere ? 1n : 0n, max: 0n },
  ];
}

function checksIf(applies: boolean, check: LimitCheck): readonly LimitCheck[] {
  return applies ? [check] : [];
}

function dayBoundOf(facts: FacePaymentFacts): DayBound {
  const { perDay } = facts.limits;
  const { newDay } = CURRENCY_FACTS[facts.amount.currency].faceLimits;
  const amountMax = isNewFace(facts) && newDay < perDay ? newDay : perDay;
  return { amountMax, paymentsMax: PAYMENTS_A_DAY_MAX };
}

function isNewFace({ faceAgeMs }: FacePaymentFacts): boolean {
  return faceAgeMs === null || faceAgeMs < NEW_FACE_MS;
}
