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
import type { SignedInShopper } from '../auth/shopper';
import { sealTemplate } from '../captures/gallery';
import { generateCaptureChallenge } from '../captures/generate-capture-challenge';
import { verifyCapture } from '../captures/verify-capture';
import { now } from '../clock';
import { recordAssessment } from '../db/challenges-store';
import { replaceTemplate } from '../db/faces-store';
import { findProfile } from '../db/shoppers-store';
import { ownPhone } from '../devices/own-phone';
import { done, refused, type Failure, type Result } from '../result';

/** No consent, no camera: the challenge is only made once the words were agreed to. */
export async function beginEnrolment(
  { id }: SignedInShopper,
  { deviceId, screen }: z.output<typeof enrolmentChallengeSchema>,
): Promise<Result<CaptureChallenge>> {
  const missing = await missingConsent(id);
  if (missing) return missing;
  const device = await ownPhone(id, deviceId);
  if (!device.ok) return device;
  return done(
    await generateCaptureChallenge({
      binding: { purpose: 'enrolment', shopperId: id },
      length: 'long',
      screen,
      claim: 'own-phone',
      candidateIds: [],
      shopperId: id,
      terminalId: null,
      deviceId: device.value,
    }),
  );
}

/** Judges the three captures and keeps them, sealed, in the place of an earlier face. */
export async function enrol(
  { id }: SignedInShopper,
  { challengeId, evidence }: z.output<typeof enrolSchema>,
): Promise<Result<Enrolled>> {
  const missing = await missingConsent(id);
  if (missing) return missing;
  const verified = await verifyCapture(challengeId, evidence, {
    purpose: 'enrolment',
    paymentId: null,
    shopperId: id,
    terminalId: null,
  });
  if (!verified.ok) return verified;
  const enrolledAt = now();
  const { decision, checks, evidence: seen } = verified.value;
  const outcome = decision.kind === 'accept' ? 'accepted' : 'refused';
  await recordAssessment(challengeId, outcome, checks, enrolledAt);
  if (decision.kind === 'refuse') return refused(decision.reason);
  const descriptors = seen.descriptors.map(({ values }) => values);
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

async function missingConsent(id: string): Promise<Failure | undefined> {
  const profile = await findProfile(id);
  return profile?.consent?.version === CONSENT_VERSION ? undefined : refused('consent-required');
}
