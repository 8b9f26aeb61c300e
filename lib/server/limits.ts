/**
 * How many of something there may be at once. Each bound is far above what honest use needs, and is
 * counted under a lock on the row of whom it belongs to, so that many requests at once do not pass.
 */
export const LIMITS = {
  /** Captures that are asked for one payment; five refused ones end it sooner. */
  challengesOfPayment: 20,
  /** Orders that wait to be paid; each is over after an hour (`payments/due.ts`). */
  unpaidOrdersOfTerminal: 60,
  unpaidOrdersOfShopper: 20,
  /** Of more, the oldest end: whoever asked for the newest is about to type it. */
  livePairingCodesOfStore: 5,
  openInvitationsOfStore: 50,
} as const;
