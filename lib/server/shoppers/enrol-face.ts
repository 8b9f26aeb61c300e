import 'server-only';
import type { ShopperActor } from '@/lib/access/actors';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import {
  CONSENT_VERSION,
  type Enrolled,
  type enrolmentChallengeSchema,
  type enrolSchema,
} from '@/lib/api/shoppers';
import { ownIntent } from '@/lib/intents/intent';
import { CHALLENGE_LIFETIME_MS, type Challenge } from '@/lib/liveness/challenge';
import type { Descriptor } from '@/lib/recognition/descriptor';
import { enrolmentOf } from '@/lib/recognition/enrolment';
import { EMBEDDER } from '@/models/embedder/model';
import { requireFreshSignIn } from '../access/fresh-sign-in';
import { overBudget, type FaceTry } from '../access/face-budget';
import { confirmEnrolment } from '../confirmation/confirm-by-face-check';
import { keepPicture, openPictures } from '../recognition/enrolment-pictures';
import { generateFaceCheck } from '../liveness/generate-face-check';
import { openChallenge } from '../liveness/verify-face-check';
import { now } from '../clock';
import { deletePicturesOf } from '../db/enrolment-store';
import { replaceTemplate } from '../db/faces-store';
import { findProfile } from '../db/shoppers-store';
import { ownPhone } from '../access/own-phone';
import { sealTemplate } from '../recognition/sealed-template';
import { done, refused, type Failure, type Result } from '../result';

type Asked = z.output<typeof enrolSchema>;

/** No consent, no camera: the challenge is only made once the words were agreed to. */
export async function beginEnrolment(
  shopper: ShopperActor,
  { deviceId, anew = false, screen }: z.output<typeof enrolmentChallengeSchema>,
  address: string,
): Promise<Result<Challenge>> {
  const { id } = shopper;
  const missing = await missingBefore(shopper);
  if (missing) return missing;
  const device = await ownPhone(id, deviceId);
  if (!device.ok) return device;
  const over = await overBudget(tryOf(id, device.value, address));
  if (over) return over;
  if (anew) await deletePicturesOf(id);
  const isFirst = (await openPictures(id)).length === 0;
  return generateFaceCheck({
    intent: ownIntent('enrolment', id, new Date(now().getTime() + CHALLENGE_LIFETIME_MS)),
    // The first picture decides whose face it is; the others must show the same one.
    stakes: { risk: isFirst ? 'much' : 'little', screen },
    claim: 'own-phone',
    candidateIds: [],
    shopperId: id,
    terminalId: null,
    deviceId: device.value,
  });
}

/**
 * Judges the face check and keeps its picture, sealed. The last one completes the enrolment, which
 * takes the place of an earlier face.
 */
export async function enrol(
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
    ...{ id: uuidv7(), shopperId, modelId: EMBEDDER.id },
    ...(await sealTemplate(enrolment.pictures, shopperId)),
    enrolledAt,
  });
  const { id: modelId } = EMBEDDER;
  return done({ kind: 'complete', enrolledAt: enrolledAt.toISOString(), modelId });
}

/** A phone left unlocked must not be enough to put another face on somebody's wallet. */
async function missingBefore(shopper: ShopperActor): Promise<Failure | undefined> {
  const stale = requireFreshSignIn(shopper);
  if (stale) return stale;
  const profile = await findProfile(shopper.id);
  return profile?.consent?.version === CONSENT_VERSION ? undefined : refused('consent-required');
}

function tryOf(id: string, deviceId: string | null, address: string): FaceTry {
  return { candidateIds: [id], terminalId: null, deviceId, address };
}
