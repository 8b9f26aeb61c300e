import { hashIntent } from '@/lib/intents/intent';
import { FACE_CHECK_VERSION, type Challenge } from '@/lib/liveness/challenge';
import { encodeLandmarks } from '@/lib/liveness/evidence';

/** 128 times the same number, as it travels. */
export function descriptorOf(value: number): string {
  return Buffer.from(Float32Array.from({ length: 128 }, () => value).buffer).toString('base64');
}

/** Evidence of the right shape that shows nothing. @param values of its one descriptor. */
export function emptyEvidence(
  { id, nonce, intent }: Pick<Challenge, 'id' | 'nonce' | 'intent'>,
  values: string,
) {
  const frame = {
    tMs: 0,
    step: 0,
    box: [0, 0, 1, 1],
    landmarks: encodeLandmarks(Array<number>(136).fill(1), 640),
    happy: 0,
    faces: 1,
    light: 1,
    skin: [1, 1, 1],
    background: [1, 1, 1],
  };
  return {
    version: FACE_CHECK_VERSION,
    challengeId: id,
    nonce,
    intentHash: hashIntent(intent),
    modelId: 'any',
    frameWidth: 640,
    prompts: [{ step: 0, shownAtMs: 0 }],
    coloursShownAtMs: [],
    frames: [frame],
    descriptors: [{ step: 0, tMs: 0, values }],
  };
}
