import type { Audience } from '../db/sessions-store';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

export interface SessionLife {
  /** From the sign-in to the end, however much the session is used. Migration 0014 checks it too. */
  readonly absoluteMs: number;
  /** So long without a request ends it as well. */
  readonly idleMs: number;
}

/** A phone is its owner's; a tablet at a store is handed on at the end of a shift; an operator may decide much. */
export const SESSION_LIFE: Readonly<Record<Audience, SessionLife>> = {
  shopper: { absoluteMs: 30 * DAY_MS, idleMs: 7 * DAY_MS },
  staff: { absoluteMs: 12 * HOUR_MS, idleMs: 4 * HOUR_MS },
  operator: { absoluteMs: 12 * HOUR_MS, idleMs: HOUR_MS },
};

/** Use is written down at most so often, so that reading does not become writing. */
const SEEN_EVERY_MS = 60_000;

export function validUntil(audience: Audience, signedInAt: Date): Date {
  return new Date(signedInAt.getTime() + SESSION_LIFE[audience].absoluteMs);
}

/** @returns when the session ends if nothing more is asked; `validUntil` may come sooner. */
export function idleUntil(audience: Audience, at: Date): Date {
  return new Date(at.getTime() + SESSION_LIFE[audience].idleMs);
}

export function isSeenLongAgo(lastSeenAt: Date, at: Date): boolean {
  return at.getTime() - lastSeenAt.getTime() >= SEEN_EVERY_MS;
}
