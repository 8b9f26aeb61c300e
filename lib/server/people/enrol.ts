import 'server-only';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import {
  CONSENT_VERSION,
  type Enrolled,
  type enrolmentChallengeSchema,
  type enrolSchema,
} from '@/lib/api/shoppers';
import type { CaptureChallenge } from '@/lib/identity/challenge';
import { EMBEDDER } from '@/models/embedder/model';
import { isFresh } from '../auth/fresh-sign-in';
import type { SignedInShopper } from '../auth/shopper';
import { judgeWithinBudget, overBudget, type FaceTry } from '../captures/face-budget';
import { sealTemplate } from '../captures/gallery';
import { generateCaptureChallenge } from '../captures/generate-capture-challenge';
import { verifyCapture } from '../captures/verify-capture';
import { now } from '../clock';
import { recordAssessment } from '../db/challenges-store';
import { replaceTemplate } from '../db/faces-store';
import { findProfile } from '../db/shoppers-store';
import { done, refused, type Failure, type Result } from '../result';

type Asked = z.output<typeof enrolSchema>;

/** No consent, no camera: the challenge is only made once the words were agreed to. */
export async function beginEnrolment(
  shopper: SignedInShopper,
  { screen }: z.output<typeof enrolmentChallengeSchema>,
  address: string,
): Promise<Result<CaptureChallenge>> {
  const { id } = shopper;
  const missing = (await missingBefore(shopper)) ?? (await overBudget(tryOf(id, address)));
  if (missing) return missing;
  return done(
    await generateCaptureChallenge({
      binding: { purpose: 'enrolment', shopperId: id },
      length: 'long',
      screen,
      claim: 'own-phone',
      candidateIds: [],
      shopperId: id,
      terminalId: null,
    }),
  );
}

/** Judges the captures and keeps them, sealed, in the place of an earlier face. */
export async function enrol(
  shopper: SignedInShopper,
  asked: Asked,
  address: string,
): Promise<Result<Enrolled>> {
  const { id } = shopper;
  const missing = await missingBefore(shopper);
  if (missing) return missing;
  const enrolledAt = now();
  const judged = await judgeWithinBudget(tryOf(id, address), () => judge(id, asked, enrolledAt));
  if (!judged.ok) return judged;
  const descriptors = asked.evidence.descriptors.map(({ values }) => values);
  const sealed = sealTemplate(descriptors, id);
  await replaceTemplate({
    id: uuidv7(),
    shopperId: id,
    modelId: EMBEDDER.id,
    ...sealed,
    enrolledAt,
  });
  return done({ enrolledAt: enrolledAt.toISOString(), modelId: EMBEDDER.id });
}

async function judge(id: string, asked: Asked, at: Date): Promise<Result<string>> {
  const { challengeId, evidence } = asked;
  const verified = await verifyCapture(challengeId, evidence, {
    purpose: 'enrolment',
    paymentId: null,
    shopperId: id,
    terminalId: null,
  });
  if (!verified.ok) return verified;
  const { passed, checks } = verified.value;
  await recordAssessment(challengeId, passed ? 'accepted' : 'refused', checks, at);
  return passed ? done(id) : refused('try-again');
}

/** A phone left unlocked must not be enough to put another face on somebody's wallet. */
async function missingBefore({ id, signedInAt }: SignedInShopper): Promise<Failure | undefined> {
  if (!isFresh(signedInAt, now())) return refused('sign-in-again');
  const profile = await findProfile(id);
  return profile?.consent?.version === CONSENT_VERSION ? undefined : refused('consent-required');
}

function tryOf(id: string, address: string): FaceTry {
  return { candidateIds: [id], terminalId: null, deviceId: null, address };
}
