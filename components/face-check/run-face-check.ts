import { findDeviceKey, type DeviceKey, type DeviceRole } from '@/lib/device/key-store';
import { signEvidence, signGreeting } from '@/lib/device/sign-evidence';
import type { CameraFailure } from '@/lib/face/camera';
import { startFaceCheck, type FaceCheckUpdate, type DescribedStep } from '@/lib/face/face-check';
import type { FaceEngine } from '@/lib/face/engine';
import type { GaveUpReason } from '@/lib/face/gate';
import { hashIntent } from '@/lib/intents/intent';
import type { Challenge } from '@/lib/liveness/challenge';
import { encodeDescriptor } from '@/lib/liveness/evidence';
import { EMBEDDER } from '@/models/embedder/model';
import type { Problem } from '@/lib/api/problems';
import { localProblem, type Answer } from '@/components/api/request';
import { takeCamera } from './camera-in-waiting';

/** Why there is nothing to send. */
export type StopReason = CameraFailure | GaveUpReason | 'engine-failed' | 'keyless';

export type FaceCheckEnd =
  | {
      readonly kind: 'done';
      readonly challenge: Challenge;
      /** Signed by this device. */
      readonly evidence: string;
    }
  /** The server would not even begin. */
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'stopped'; readonly reason: StopReason }
  /** Nobody waits for it any more. */
  | { readonly kind: 'aborted' };

export interface FaceCheckRun {
  /** Whose key signs: the counter's, or that of the shopper's own phone. */
  readonly signer: DeviceRole;
  /** Of what the screen shows; undefined where it shows no amount. */
  readonly intentHash: string | undefined;
  readonly engine: FaceEngine;
  readonly video: HTMLVideoElement;
  /** Asked for when camera and engine are ready, so that none of its short life passes before. */
  readonly challenge: (deviceId: string) => Promise<Answer<Challenge>>;
  readonly onUpdate: (update: FaceCheckUpdate) => void;
  /** Told the signed face at rest, while the next step is still awaited. */
  readonly onGreeting: (greeting: string, challenge: Challenge) => void;
  readonly signal: AbortSignal;
}

/**
 * Runs one attempt: key, camera, engine, challenge, evidence. Without a device key the camera is
 * not opened, because the server would not believe the evidence.
 *
 * @ensures the camera is given back however it ends; never throws.
 */
export async function runFaceCheck(run: FaceCheckRun): Promise<FaceCheckEnd> {
  const found = await findDeviceKey(run.signer);
  if (found.kind === 'unavailable') return { kind: 'stopped', reason: 'keyless' };
  if (found.kind === 'none') return UNKNOWN_DEVICE;
  return lookWith(found.key, run);
}

const UNKNOWN_DEVICE = { kind: 'refused', problem: localProblem('device-unknown') } as const;
const INTENT_CHANGED = { kind: 'refused', problem: localProblem('intent-changed') } as const;

async function lookWith(key: DeviceKey, run: FaceCheckRun): Promise<FaceCheckEnd> {
  const over = new AbortController();
  const { signal } = over;
  const leave = () => over.abort();
  run.signal.addEventListener('abort', leave);
  let lost = false;
  const opened = await takeCamera(() => {
    lost = true;
    leave();
  });
  if (run.signal.aborted) leave();
  if (opened.kind === 'failed') return { kind: 'stopped', reason: opened.failure };
  const { camera } = opened;
  try {
    const end = await watch({ ...run, signal }, key, camera.stream);
    return lost ? { kind: 'stopped', reason: 'lost' } : end;
  } catch {
    if (run.signal.aborted) return { kind: 'aborted' };
    return { kind: 'stopped', reason: lost ? 'lost' : 'engine-failed' };
  } finally {
    camera.stop();
    run.signal.removeEventListener('abort', leave);
    // The next try may have begun already.
    if (run.video.srcObject === camera.stream) run.video.srcObject = null;
  }
}

async function watch(
  run: FaceCheckRun,
  key: DeviceKey,
  stream: MediaStream,
): Promise<FaceCheckEnd> {
  const { engine, video, signal } = run;
  if (signal.aborted) return { kind: 'aborted' };
  video.srcObject = stream;
  await engine.ready;
  if (signal.aborted) return { kind: 'aborted' };

  const [answer] = await Promise.all([run.challenge(key.id), video.play()]);
  if (signal.aborted) return { kind: 'aborted' };
  if (!answer.ok) return { kind: 'refused', problem: answer.problem };

  const challenge = answer.value;
  if (challenge.deviceId !== key.id) return UNKNOWN_DEVICE;
  if (run.intentHash && run.intentHash !== hashIntent(challenge.intent)) return INTENT_CHANGED;
  const outcome = await startFaceCheck({
    engine,
    video,
    challenge,
    onUpdate: run.onUpdate,
    onStepDescribed: (step) => void greet(run, key, challenge, step),
    signal,
  });
  if (outcome.kind === 'done') {
    return { kind: 'done', challenge, evidence: await signEvidence(outcome.evidence, key) };
  }
  const { reason } = outcome;
  return reason === 'cancelled' ? { kind: 'aborted' } : { kind: 'stopped', reason };
}

async function greet(
  { onGreeting }: FaceCheckRun,
  key: DeviceKey,
  challenge: Challenge,
  { kind, descriptors }: DescribedStep,
): Promise<void> {
  if (kind !== 'neutral') return;
  const { id: challengeId, nonce } = challenge;
  const face = { modelId: EMBEDDER.id, descriptors: descriptors.map(encodeDescriptor) };
  onGreeting(await signGreeting({ challengeId, nonce, ...face }, key), challenge);
}
