/**
 * How a payer says who they are before the face is compared: the own phone, the whole phone number
 * (both name one person), or the last four digits (a regular of the store, one of a few).
 * There is never a search of everybody.
 */
export const CLAIMS = ['own-phone', 'whole-number', 'last-four'] as const;
export type Claim = (typeof CLAIMS)[number];

/** @param digits what was typed at a counter; absent on the own phone. */
export function claimBy(digits: string | undefined): Claim {
  if (digits === undefined) return 'own-phone';
  return digits.length === 4 ? 'last-four' : 'whole-number';
}
