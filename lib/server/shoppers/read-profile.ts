import 'server-only';
import type { ShopperActor } from '@/lib/access/actors';
import { type Me } from '@/lib/api/shoppers';
import { isFresh } from '../access/fresh-sign-in';
import { now } from '../clock';
import { findPasskeysOf } from '../db/passkeys-store';
import { findProfile } from '../db/shoppers-store';
import { done, refused, type Result } from '../result';
import { maskPhone } from '../access/phone';

export async function readProfile({ id, signedInAt }: ShopperActor): Promise<Result<Me>> {
  const owner = { audience: 'shopper', subjectId: id } as const;
  const [profile, passkeys] = await Promise.all([findProfile(id), findPasskeysOf(owner)]);
  if (!profile) return refused('not-signed-in');
  const { consent, face } = profile;
  return done({
    id,
    name: profile.name,
    maskedPhone: maskPhone(profile.phone),
    phoneProven: profile.phoneProvenAt !== null,
    pinSet: profile.pinHash !== null,
    freshlySignedIn: isFresh(signedInAt, now()),
    consent: consent && { version: consent.version, givenAt: consent.givenAt.toISOString() },
    face: face && {
      modelId: face.modelId,
      enrolledAt: face.enrolledAt.toISOString(),
      held: face.heldAt !== null && face.holdClearedAt === null,
    },
    hasTwin: profile.hasTwin,
    hasPasskey: passkeys.length > 0,
    frozenAt: profile.frozenAt?.toISOString() ?? null,
  });
}
