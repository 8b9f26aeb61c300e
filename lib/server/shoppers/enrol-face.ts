import 'server-only';
import type { ShopperActor } from '@/lib/access/actors';
import { newUuid } from '@/lib/ids/uuid';
import type { z } from 'zod';
import { CONSENT_VERSION, type Enrolled, type enrolSchema } from '@/lib/api/shoppers';
import type { Descriptor } from '@/lib/recognition/descriptor';
import { enrolmentOf } from '@/lib/recognition/enrolment';
import { EMBEDDER } from '@/models/embedder/model';
import { requireFreshSignIn } from '../access/fresh-sign-in';
import { type FaceTry } from '../access/face-budget';
import { confirmEnrolment } from '../confirmation/confirm-by-face-check';
import { keepPicture } from '../recognition/enrolment-pictures';
import { openChallenge } from '../liveness/verify-face-check';
import { now } from '../clock';
import { replaceTemplate } from '../db/faces-store';
import { findProfile } from '../db/shoppers-store';
import { sealTemplate } from '../recognition/sealed-template';
import { done, refused, type Failure, type Result } from '../result';

type Asked = z.output<typeof enrolSchema>;

/**
 * Judges the face check and keeps its picture, sealed. The last one completes the enrolment, which
 * takes the place of an earlier face.
 */
export async function addEnrolmentPicture(
  shopper: ShopperActor,
  asked: Asked,
  address: string,
): Promise<Result<Enrolled>> {
  const { id } = shopper;
  const missing = await missingBefore(shopper);
  if (missing) return missing;
  const answerer = {
    purpose: 'enrolment',
    paymentId: null,
    terminalId: null,
    shopperId: id,
  } as const;
  const found = await openChallenge(asked.challengeId, answerer, now());
  if (!found.ok) return found;
  const challenge = found.value;
  if (challenge.intent.purpose !== 'enrolment') return refused('challenge-unknown');
  const answer = { challenge, signed: asked.evidence, answerer, address };
  const enrolment = await confirmEnrolment(challenge.intent, answer);
  if (!enrolment.ok) return enrolment;
  return addPicture(id, challenge.id, enrolment.value.picture);
}

async function addPicture(
  shopperId: string,
  challengeId: string,
  picture: Descriptor,
): Promise<Result<Enrolled>> {
  const enrolment = enrolmentOf(await keepPicture(shopperId, challengeId, picture));
  if (enrolment.kind === 'unfinished') return done(enrolment);
  const enrolledAt = now();
  await replaceTemplate({
    ...{ id: newUuid(), shopperId, modelId: EMBEDDER.id },
    ...(await sealTemplate(enrolment.pictures, shopperId)),
    enrolledAt,
  });
  const { id: modelId } = EMBEDDER;
  return done({ kind: 'complete', enrolledAt: enrolledAt.toISOString(), modelId });
}

/** A phone left unlocked must not be enough to put another face on somebody's wallet. */
export async function missingBefore(shopper: ShopperActor): Promise<Failure | undefined> {
  const stale = requireFreshSignIn(shopper);
  if (stale) return stale;
  const profile = await findProfile(shopper.id);
  return profile?.consent?.version === CONSENT_VERSION ? undefined : refused('consent-required');
}

export function tryOf(id: string, deviceId: string | null, address: string): FaceTry {
  return { candidateIds: [id], terminalId: null, deviceId, address };
}
