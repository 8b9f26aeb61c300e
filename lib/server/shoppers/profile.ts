import 'server-only';
import type { ShopperActor } from '@/lib/access/actors';
import { v7 as uuidv7 } from 'uuid';
import { isTrivialPin } from '@/lib/access/trivial-pin';
import { CONSENT_VERSION, type FaceDeleted, type Me, type SetPin } from '@/lib/api/shoppers';
import { takeBackOwn } from '../access/attempts';
import { secretWork } from '../access/secret-work';
import { isFresh } from '../access/fresh-sign-in';
import { hashSecret } from '../access/password';
import { ownIntent } from '@/lib/intents/intent';
import { confirmByPassword, confirmWithin } from '../confirmation/confirm-by-password';
import { now } from '../clock';
import { deleteTemplate, destroyTemplateKey, insertConsent } from '../db/faces-store';
import { findProfile, setPinHash } from '../db/shoppers-store';
import { done, refused, type Result } from '../result';
import { signReceipt } from './deletion-receipt';
import { maskPhone } from '../access/phone';

export async function me({ id, signedInAt }: ShopperActor): Promise<Result<Me>> {
  const profile = await findProfile(id);
  if (!profile) return refused('not-signed-in');
  const { consent, face } = profile;
  return done({
    id,
    name: profile.name,
    maskedPhone: maskPhone(profile.phone),
    pinSet: profile.pinHash !== null,
    freshlySignedIn: isFresh(signedInAt, now()),
    consent: consent && { version: consent.version, givenAt: consent.givenAt.toISOString() },
    face: face && {
      modelId: face.modelId,
      enrolledAt: face.enrolledAt.toISOString(),
      held: face.heldAt !== null && face.holdClearedAt === null,
    },
    hasTwin: profile.hasTwin,
    frozenAt: profile.frozenAt?.toISOString() ?? null,
  });
}

/** Records which words were agreed to, and when. */
export async function consent({ id }: ShopperActor): Promise<Result<undefined>> {
  await insertConsent(uuidv7(), id, CONSENT_VERSION, now());
  return done(undefined);
}

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

/**
 * Destroys the only key that opens the template, then deletes the rest; the receipt remains. A call
 * that was cut off in between is completed by the next one.
 */
export async function deleteFace({ id: shopperId }: ShopperActor): Promise<Result<FaceDeleted>> {
  const destroyed = await destroyTemplateKey(shopperId);
  if (!destroyed) return refused('no-face-enrolled');
  const deletedAt = now();
  const { id: templateId, modelId } = destroyed;
  const about = { receiptId: uuidv7(), shopperId, templateId };
  const receipt = await signReceipt({ ...about, modelId, deletedAt: deletedAt.toISOString() });
  const deleted = await deleteTemplate({ ...about, deletedAt, receipt });
  return deleted
    ? done({ receiptId: about.receiptId, deletedAt: deletedAt.toISOString(), receipt })
    : refused('no-face-enrolled');
}
