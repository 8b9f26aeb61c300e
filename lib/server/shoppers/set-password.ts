import type { ShopperActor } from '@/lib/access/actors';
import type { SetPassword } from '@/lib/api/shoppers';
import { ownIntent } from '@/lib/intents/intent';
import { isAcceptablePassword } from '../access/acceptable-password';
import { hashSecret } from '../access/password';
import { secretWork } from '../access/secret-work';
import { endSessionsOf } from '../access/sessions';
import { now } from '../clock';
import { confirmOwn } from '../confirmation/confirm-own';
import { tellShopper } from '../db/outbox-store';
import { findShopperById, replacePasswordHash } from '../db/shoppers-store';
import { done, refused, type Result } from '../result';

/**
 * A new password, for whoever knows the old one. Every other session ends: whoever had the old one
 * is out. The owner reads of it.
 *
 * @param sessionId the session that asks; it goes on
 */
export async function setPassword(
  { id }: Pick<ShopperActor, 'id'>,
  { newPassword, ...given }: SetPassword,
  sessionId: string | null,
): Promise<Result<undefined>> {
  const shopper = await findShopperById(id);
  if (!shopper) return refused('not-signed-in');
  if (!isAcceptablePassword(newPassword, shopper.name, shopper.phone))
    return refused('weak-password');
  const confirmed = await confirmOwn(id, (until) => ownIntent('new-password', id, until), given);
  if (!confirmed.ok) return confirmed;
  const hashed = await secretWork('known', () => hashSecret(newPassword));
  if (!hashed.ok) return hashed;
  const isReplaced = await replacePasswordHash(id, shopper.passwordHash, hashed.value, now());
  if (!isReplaced) return refused('wrong-password');
  await endSessionsOf('shopper', id, sessionId);
  await tellShopper('password.changed', { shopperId: id }, now());
  return done(undefined);
}
