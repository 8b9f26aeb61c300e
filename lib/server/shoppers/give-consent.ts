import type { ShopperActor } from '@/lib/access/actors';
import { CONSENT_VERSION } from '@/lib/api/shoppers';
import { newUuid } from '@/lib/ids/uuid';
import { now } from '../clock';
import { insertConsent } from '../db/faces-store';
import { type Result, done } from '../result';

/** Records which words were agreed to, and when. */
export async function giveConsent({ id }: ShopperActor): Promise<Result<undefined>> {
  await insertConsent(newUuid(), id, CONSENT_VERSION, now());
  return done(undefined);
}
