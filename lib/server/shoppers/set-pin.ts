import type { ShopperActor } from '@/lib/access/actors';
import { isTrivialPin } from '@/lib/access/trivial-pin';
import type { SetPin } from '@/lib/api/shoppers';
import { ownIntent } from '@/lib/intents/intent';
import { takeBackOwn } from '../access/attempts';
import { hashSecret } from '../access/password';
import { secretWork } from '../access/secret-work';
import { now } from '../clock';
import { confirmWithin, confirmByPassword } from '../confirmation/confirm-by-password';
import { findProfile, setPinHash } from '../db/shoppers-store';
import { type Result, refused, done } from '../result';

/** A new PIN, for whoever knows the password. */
export async function setPin(
  { id }: ShopperActor,
  { pin, password }: SetPin,
): Promise<Result<undefined>> {
  const profile = await findProfile(id);
  if (isTrivialPin(pin, profile?.phone ?? '')) return refused('weak-pin');
  const intent = ownIntent('new-pin', id, confirmWithin(now()));
  const confirmed = await confirmByPassword(intent, password);
  if (!confirmed.ok) return confirmed;
  const hashed = await secretWork('known', () => hashSecret(pin));
  if (!hashed.ok) return hashed;
  await setPinHash(id, hashed.value);
  // Whatever was guessed here before was guessed at another PIN.
  await takeBackOwn({ kind: 'pin:own-phone', id }, []);
  return done(undefined);
}
