import 'server-only';
import { TELL_OWNER_EVERY } from '@/lib/access/limits';
import { now } from '../clock';
import { tellShopper } from '../db/outbox-store';

/** What somebody guesses at, and the payment by which a person knows where. */
export interface Guessed {
  readonly topic: 'pin.refused' | 'password.refused';
  readonly paymentId?: string;
}

/**
 * Tells a person that somebody types wrong secrets for them, after every fifth.
 *
 * @param position which wrong one this was at its place
 */
export async function tellOwner(
  shopperId: string | undefined,
  position: number,
  { topic, paymentId }: Guessed,
): Promise<void> {
  if (shopperId === undefined || position % TELL_OWNER_EVERY !== 0) return;
  await tellShopper(topic, { shopperId, ...(paymentId !== undefined && { paymentId }) }, now());
}
