import type { z } from 'zod';
import type { ShopperActor } from '@/lib/access/actors';
import type { enrolmentChallengeSchema } from '@/lib/api/shoppers';
import { ownIntent } from '@/lib/intents/intent';
import { type Challenge, CHALLENGE_LIFETIME_MS } from '@/lib/liveness/challenge';
import { overBudget } from '../access/face-budget';
import { ownPhone } from '../access/own-phone';
import { now } from '../clock';
import { deletePicturesOf } from '../db/enrolment-store';
import { generateFaceCheck } from '../liveness/generate-face-check';
import { openPictures } from '../recognition/enrolment-pictures';
import type { Result } from '../result';
import { missingBefore, tryOf } from './enrol-face';

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
    context: { risk: isFirst ? 'high' : 'low', screen },
    claim: 'own-phone',
    candidateIds: [],
    shopperId: id,
    terminalId: null,
    deviceId: device.value,
  });
}
