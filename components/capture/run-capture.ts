import { openCamera, type CameraFailure } from '@/lib/face/camera';
import { startCapture, type CaptureUpdate, type DescribedStep } from '@/lib/face/capture';
import type { FaceEngine } from '@/lib/face/engine';
import type { GaveUpReason } from '@/lib/face/gate';
import type { CaptureChallenge } from '@/lib/identity/challenge';
import { encodeDescriptor, type CaptureEvidenceWire, type StepKind } from '@/lib/identity/evidence';
import { EMBEDDER } from '@/models/embedder/model';
import type { Problem } from '@/lib/api/problems';
import type { Answer } from '@/components/api/request';

/** Why there is nothing to send. */
export type StopReason = CameraFailure | GaveUpReason | 'engine-failed';

/** A step's face as it travels: descriptors of the model `modelId`, in base64. */
export interface DescribedFace {
  readonly kind: StepKind;
  readonly modelId: string;
  readonly descriptors: readonly string[];
}

export type CaptureEnd =
  | {
      readonly kind: 'done';
      readonly challenge: CaptureChallenge;
      readonly evidence: CaptureEvidenceWire;
    }
  /** The server would not even begin. */
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'stopped'; readonly reason: StopReason }
  /** Nobody waits for it any more. */
  | { readonly kind: 'aborted' };

export interface CaptureRun {
  readonly engine: FaceEngine;
  readonly video: HTMLVideoElement;
  /** Asked for last, so that none of its short life passes while the camera opens. */
  readonly challenge: () => Promise<Answer<CaptureChallenge>>;
  readonly onUpdate: (update: CaptureUpdate) => void;
  readonly onStepDescribed: (face: DescribedFace, challenge: CaptureChallenge) => void;
  readonly signal: AbortSignal;
}

/**
 * Camera, engine, challenge, capture: one try, from the lamp going on to the lamp going out.
 *
 * @ensures the camera is given back however it ends; never throws.
 */
export async function runCapture(run: CaptureRun): Promise<CaptureEnd> {
  const over = new AbortController();
  const { signal } = over;
  const leave = () => over.abort();
  run.signal.addEventListener('abort', leave);
  let lost = false;
  const opened = await openCamera(() => {
    lost = true;
    leave();
  });
  if (run.signal.aborted) leave();
  if (opened.kind === 'failed') return { kind: 'stopped', reason: opened.failure };
  const { camera } = opened;
  try {
    const end = await watch({ ...run, signal }, camera.stream);
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

async function watch(run: CaptureRun, stream: MediaStream): Promise<CaptureEnd> {
  const { engine, video, signal } = run;
  if (signal.aborted) return { kind: 'aborted' };
  video.srcObject = stream;
  await Promise.all([video.play(), engine.ready]);
  if (signal.aborted) return { kind: 'aborted' };

  const answer = await run.challenge();
  if (signal.aborted) return { kind: 'aborted' };
  if (!answer.ok) return { kind: 'refused', problem: answer.problem };

  const challenge = answer.value;
  const outcome = await startCapture({
    engine,
    video,
    challenge,
    onUpdate: run.onUpdate,
    onStepDescribed: (step) => run.onStepDescribed(onTheWire(step), challenge),
    signal,
  });
  if (outcome.kind === 'done') return { kind: 'done', challenge, evidence: outcome.evidence };
  const { reason } = outcome;
  return reason === 'cancelled' ? { kind: 'aborted' } : { kind: 'stopped', reason };
}

function onTheWire({ kind, descriptors }: DescribedStep): DescribedFace {
  return { kind, modelId: EMBEDDER.id, descriptors: descriptors.map(encodeDescriptor) };
}
