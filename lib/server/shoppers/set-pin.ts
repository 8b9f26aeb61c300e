import type { ShopperActor } from '@/lib/access/actors';
import { isTrivialPin } from '@/lib/access/trivial-pin';
import type { SetPin } from '@/lib/api/shoppers';
import { ownIntent } from '@/lib/intents/intent';
import { takeBackOwn } from '../access/attempts';
import { hashSecret } from '../access/password';
import { secretWork } from '../access/secret-work';
import { now } from '../clock';
import { confirmOwn } from '../confirmation/confirm-own';
import { findProfile, setPinHash } from '../db/shoppers-store';
import { type Result, refused, done } from '../result';

/** A new PIN, for whoever knows the password. */
export async function setPin(
  { id }: ShopperActor,
  { pin, ...given }: SetPin,
): Promise<Result<undefined>> {
  const profile = await findProfile(id);
  if (isTrivialPin(pin, profile?.phone ?? '')) return refused('weak-pin');
  const confirmed = await confirmOwn(id, (until) => ownIntent('new-pin', id, until), given);
  if (!confirmed.ok) return confirmed;
  const hashed = await secretWork('known', () => hashSecret(pin));
  if (!hashed.ok) return hashed;
  await setPinHash(id, hashed.value, now());
  // Whatever was guessed here before was guessed at another PIN.
  await takeBackOwn({ kind: 'pin:own-phone', id }, []);
  return done(undefined);
}
