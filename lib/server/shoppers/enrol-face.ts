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
import { EMBEDDER } from '@/models/embedder/model';
import { requireFreshSignIn } from '../access/fresh-sign-in';
import { overBudget, type FaceTry } from '../access/face-budget';
import { confirmEnrolment } from '../confirmation/confirm-by-face-check';
import { sealTemplate } from '../recognition/gallery';
import { generateFaceCheck } from '../liveness/generate-face-check';
import { openChallenge } from '../liveness/verify-face-check';
import { now } from '../clock';
import { replaceTemplate } from '../db/faces-store';
import { findProfile } from '../db/shoppers-store';
import { ownPhone } from '../access/own-phone';
import { done, refused, type Failure, type Result } from '../result';

type Asked = z.output<typeof enrolSchema>;

/** No consent, no camera: the challenge is only made once the words were agreed to. */
export async function beginEnrolment(
  shopper: ShopperActor,
  { deviceId, screen }: z.output<typeof enrolmentChallengeSchema>,
  address: string,
): Promise<Result<Challenge>> {
  const { id } = shopper;
  const missing = await missingBefore(shopper);
  if (missing) return missing;
  const device = await ownPhone(id, deviceId);
  if (!device.ok) return device;
  const over = await overBudget(tryOf(id, device.value, address));
  if (over) return over;
  return generateFaceCheck({
    intent: ownIntent('enrolment', id, new Date(now().getTime() + CHALLENGE_LIFETIME_MS)),
    stakes: { risk: 'much', screen },
    claim: 'own-phone',
    candidateIds: [],
    shopperId: id,
    terminalId: null,
    deviceId: device.value,
  });
}

/** Judges the face check and keeps its descriptors, sealed, in the place of an earlier face. */
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
  const enrolledAt = now();
  const sealed = sealTemplate(enrolment.value.descriptors, id);
  await replaceTemplate({
    id: uuidv7(),
    shopperId: id,
    modelId: EMBEDDER.id,
    ...sealed,
    enrolledAt,
  });
  return done({ enrolledAt: enrolledAt.toISOString(), modelId: EMBEDDER.id });
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
