import { CAPTURE_VERSION, type CaptureChallenge, type ChallengeStep } from './challenge';
import type { CaptureEvidence, Descriptor, StepKind, TraceFrame } from './evidence';

/**
 * A capture as an honest person's browser would send it, drawn from a schematic face, for
 * tests of what the server decides. Frames are 40 ms apart; the person reacts after 600 ms.
 */
export function actedEvidence(
  { id, nonce, binding, steps }: AnsweredChallenge,
  face: Descriptor = descriptorOf(1),
  modelId = 'test-model',
): CaptureEvidence {
  const frames: TraceFrame[] = [];
  const prompts: CaptureEvidence['prompts'] = [];
  const descriptors: CaptureEvidence['descriptors'] = [];
  let tMs = 0;
  steps.forEach(({ kind, delayMs }, step) => {
    tMs += delayMs + 40;
    prompts.push({ step, shownAtMs: tMs });
    for (let sinceMs = 0; sinceMs <= 900; sinceMs += 40) {
      const acting = kind === 'neutral' || sinceMs >= 600;
      frames.push(frame(tMs, step, acting ? kind : 'neutral', frames.length));
      tMs += 40;
    }
    descriptors.push({ step, tMs: frames.at(-1)?.tMs ?? 0, values: face });
  });
  return {
    version: CAPTURE_VERSION,
    challengeId: id,
    nonce,
    binding,
    modelId,
    frameWidth: 640,
    frameHeight: 480,
    prompts,
    coloursShownAtMs: [],
    frames,
    descriptors,
  };
}

type AnsweredChallenge = Pick<CaptureChallenge, 'id' | 'nonce' | 'binding' | 'steps'>;

/** A challenge that asks for these steps. */
export function challengeOf(steps: readonly ChallengeStep[]): AnsweredChallenge {
  return {
    id: '0191d2f0-0000-7000-8000-000000000001',
    nonce: 'bm9uY2Utbm9uY2Utbm9uYw',
    binding: { purpose: 'enrolment', shopperId: '0191d2f0-0000-7000-8000-000000000002' },
    steps,
  };
}

/** 128 numbers of norm about 1.5 that depend on the seed: another seed, another person. */
export function descriptorOf(seed: number): Descriptor {
  return Float32Array.from(
    { length: 128 },
    (_, i) => 0.188 * Math.sin(seed * 12.9898 + i * 78.233),
  );
}

function frame(tMs: number, step: number, kind: StepKind, count: number): TraceFrame {
  const smiling = kind === 'smile';
  return {
    tMs,
    step,
    box: [200, 120, 200, 200],
    landmarks: landmarks(kind, count),
    expression: { neutral: smiling ? 0.02 : 0.95, happy: smiling ? 0.97 : 0.03 },
    pose: { yaw: 0, pitch: 0, roll: 0 },
    sharpness: 120,
    light: 128,
    skin: [180, 140, 120],
    background: [150, 150, 150],
  };
}

const EYES = { left: 260, right: 340, y: 200 } as const;

/** Only the points that the judgement reads are placed; they sway a little, as people do. */
function landmarks(kind: StepKind, count: number): number[] {
  const sway = Math.sin(count / 7) * 2;
  const points = Array.from({ length: 68 }, () => [300 + sway, 240]);
  const turn = kind === 'turn-left' ? 24 : kind === 'turn-right' ? -24 : 0;
  const halfMouth = kind === 'smile' ? 40 : 30;
  for (let i = 36; i <= 41; i++) points[i] = [EYES.left + sway, EYES.y];
  for (let i = 42; i <= 47; i++) points[i] = [EYES.right + sway, EYES.y];
  points[30] = [300 + turn + sway, 240];
  points[48] = [300 - halfMouth + sway, 280];
  points[54] = [300 + halfMouth + sway, 280];
  return points.flat();
}
