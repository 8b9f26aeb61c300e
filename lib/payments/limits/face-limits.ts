import { DAY_MS } from '@/lib/access/attempts';
import { CURRENCY_FACTS, type CurrencyCode } from '@/lib/money/currency';
import { minor, type Minor } from '@/lib/money/money';

/** What a shopper allows a face alone to pay, in the wallet's currency. Zero always asks for the PIN. */
export interface FaceLimits {
  readonly perPayment: Minor;
  /** For all within 24 hours. */
  readonly perDay: Minor;
  /** Only payments that are small (`isSmall`), whatever `perPayment` says. */
  readonly smallOnly: boolean;
}

/** The limits as they are kept: what holds, and what will hold later. */
export interface ChosenLimits {
  readonly current: FaceLimits;
  /** A raise that waits; from then on it holds. Allows nowhere less than `current`. */
  readonly next: { readonly limits: FaceLimits; readonly from: Date } | null;
}

/** So long somebody else's raise can be seen and taken back before it helps them. */
const RAISE_WAITS_MS = DAY_MS;

/** @returns the limits of a shopper who has chosen none */
export function defaultLimits(currency: CurrencyCode): ChosenLimits {
  const { payment, day } = CURRENCY_FACTS[currency].faceLimits;
  const current = { perPayment: minor(payment), perDay: minor(day), smallOnly: false };
  return { current, next: null };
}

/** @returns the limits that hold at that time, and the raise that still waits then */
export function limitsAt(chosen: ChosenLimits, at: Date): ChosenLimits {
  const { next } = chosen;
  return next && next.from <= at ? { current: next.limits, next: null } : chosen;
}

export function mayBeChosen({ perPayment, perDay }: FaceLimits, currency: CurrencyCode): boolean {
  const { paymentMax, dayMax } = CURRENCY_FACTS[currency].faceLimits;
  return perPayment >= 0n && perPayment <= paymentMax && perDay >= 0n && perDay <= dayMax;
}

/**
 * What is lowered holds at once. What is raised waits for {@link RAISE_WAITS_MS}; a raise that waits
 * already and goes as far keeps its time.
 *
 * @returns `raises`: it needs a confirmation, because more is allowed than was allowed or waited for
 */
export function changeLimits(
  chosen: ChosenLimits,
  wanted: FaceLimits,
  at: Date,
): { readonly chosen: ChosenLimits; readonly raises: boolean } {
  const { current, next } = limitsAt(chosen, at);
  if (allowsNoMore(wanted, current))
    return { chosen: { current: wanted, next: null }, raises: false };
  const waitsAlready = next !== null && allowsNoMore(wanted, next.limits);
  const from = waitsAlready ? next.from : new Date(at.getTime() + RAISE_WAITS_MS);
  return {
    chosen: { current: strictest(current, wanted), next: { limits: wanted, from } },
    raises: !waitsAlready,
  };
}

function allowsNoMore(one: FaceLimits, other: FaceLimits): boolean {
  return (
    one.perPayment <= other.perPayment &&
    one.perDay <= other.perDay &&
    (one.smallOnly || !other.smallOnly)
  );
}

function strictest(one: FaceLimits, other: FaceLimits): FaceLimits {
  return {
    perPayment: one.perPayment < other.perPayment ? one.perPayment : other.perPayment,
    perDay: one.perDay < other.perDay ? one.perDay : other.perDay,
    smallOnly: one.smallOnly || other.smallOnly,
  };
}
