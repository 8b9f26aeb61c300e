import 'server-only';
import type { z } from 'zod';
import type { ShopperActor } from '@/lib/access/actors';
import type { addPasskeySchema, PasskeyView } from '@/lib/api/passkeys';
import { requireFreshSignIn } from '../access/fresh-sign-in';
import { addPasskey } from '../access/passkeys/add-passkey';
import { beginRegistration } from '../access/passkeys/begin-registration';
import type { RelyingParty } from '../access/passkeys/relying-party';
import { removePasskey } from '../access/passkeys/remove-passkey';
import { now } from '../clock';
import { tellShopper } from '../db/outbox-store';
import { findShopperById } from '../db/shoppers-store';
import { refused, type Result } from '../result';

const ownerOf = ({ id }: Pick<ShopperActor, 'id'>) =>
  ({ audience: 'shopper', subjectId: id }) as const;

/** A phone that is left on a table must not get a key to everything. */
export async function beginOwnRegistration(shopper: ShopperActor, relyingParty: RelyingParty) {
  const stale = requireFreshSignIn(shopper);
  if (stale) return stale;
  const row = await findShopperById(shopper.id);
  if (!row) return refused('not-signed-in');
  const names = { userName: row.phone, displayName: row.name };
  return beginRegistration(ownerOf(shopper), names, relyingParty);
}

export async function registerPasskey(
  shopper: ShopperActor,
  asked: z.output<typeof addPasskeySchema>,
  relyingParty: RelyingParty,
): Promise<Result<PasskeyView>> {
  const stale = requireFreshSignIn(shopper);
  if (stale) return stale;
  const added = await addPasskey(ownerOf(shopper), asked, relyingParty);
  if (added.ok) await tellShopper('passkey.added', { shopperId: shopper.id }, now());
  return added;
}

export async function removeOwnPasskey(
  shopper: ShopperActor,
  id: string,
): Promise<Result<undefined>> {
  const stale = requireFreshSignIn(shopper);
  if (stale) return stale;
  const removed = await removePasskey(ownerOf(shopper), id);
  if (removed.ok) await tellShopper('passkey.removed', { shopperId: shopper.id }, now());
  return removed;
}
