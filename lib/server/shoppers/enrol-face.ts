import 'server-only';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import {
  CONSENT_VERSION,
  type Enrolled,
  type enrolmentChallengeSchema,
  type enrolSchema,
} from '@/lib/api/shoppers';
import type { Challenge } from '@/lib/liveness/challenge';
import type { Descriptor } from '@/lib/liveness/evidence';
import { EMBEDDER } from '@/models/embedder/model';
import { requireFreshSignIn } from '../access/fresh-sign-in';
import type { SignedInShopper } from '../access/sign-in-shopper';
import { judgeWithinBudget, overBudget, type FaceTry } from '../access/face-budget';
import { sealTemplate } from '../recognition/gallery';
import { generateFaceCheck } from '../liveness/generate-face-check';
import { openChallenge, verifyFaceCheck } from '../liveness/verify-face-check';
import { now } from '../clock';
import { recordAssessment } from '../db/challenges-store';
import { replaceTemplate } from '../db/faces-store';
import { findProfile } from '../db/shoppers-store';
import { ownPhone } from '../access/own-phone';
import { done, refused, type Failure, type Result } from '../result';

type Asked = z.output<typeof enrolSchema>;

/** No consent, no camera: the challenge is only made once the words were agreed to. */
export async function beginEnrolment(
  shopper: SignedInShopper,
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
  return done(
    await generateFaceCheck({
      binding: { purpose: 'enrolment', shopperId: id },
      stakes: { risk: 'much', screen },
      claim: 'own-phone',
      candidateIds: [],
      shopperId: id,
      terminalId: null,
      deviceId: device.value,
    }),
  );
}

/** Judges the face checks and keeps them, sealed, in the place of an earlier face. */
export async function enrol(
  shopper: SignedInShopper,
  asked: Asked,
  address: string,
): Promise<Result<Enrolled>> {
  const { id } = shopper;
  const missing = await missingBefore(shopper);
  if (missing) return missing;
  const answerer = { ...OWN_PHONE, shopperId: id };
  const found = await openChallenge(asked.challengeId, answerer, now());
  if (!found.ok) return found;
  const enrolledAt = now();
  const judged = await judgeWithinBudget(tryOf(id, found.value.deviceId, address), () =>
    judge(answerer, asked, enrolledAt),
  );
  if (!judged.ok) return judged;
  const sealed = sealTemplate(judged.value.descriptors, id);
  await replaceTemplate({
    id: uuidv7(),
    shopperId: id,
    modelId: EMBEDDER.id,
    ...sealed,
    enrolledAt,
  });
  return done({ enrolledAt: enrolledAt.toISOString(), modelId: EMBEDDER.id });
}

const OWN_PHONE = { purpose: 'enrolment', paymentId: null, terminalId: null } as const;

/** @returns the descriptors of a face check that is believed. */
async function judge(
  answerer: typeof OWN_PHONE & { readonly shopperId: string },
  { challengeId, evidence }: Asked,
  at: Date,
): Promise<Result<{ shopperId: string; descriptors: readonly Descriptor[] }>> {
  const { shopperId } = answerer;
  const verified = await verifyFaceCheck(challengeId, evidence, answerer);
  if (!verified.ok) return verified;
  const { decision, checks, evidence: seen } = verified.value;
  const outcome = decision.kind === 'accept' ? 'accepted' : 'refused';
  await recordAssessment(challengeId, outcome, checks, at);
  if (decision.kind === 'refuse') return refused(decision.reason);
  return done({ shopperId, descriptors: seen.descriptors.map(({ values }) => values) });
}

/** A phone left unlocked must not be enough to put another face on somebody's wallet. */
async function missingBefore(shopper: SignedInShopper): Promise<Failure | undefined> {
  const stale = requireFreshSignIn(shopper);
  if (stale) return stale;
  const profile = await findProfile(shopper.id);
  return profile?.consent?.version === CONSENT_VERSION ? undefined : refused('consent-required');
}

function tryOf(id: string, deviceId: string | null, address: string): FaceTry {
  return { candidateIds: [id], terminalId: null, deviceId, address };
}
