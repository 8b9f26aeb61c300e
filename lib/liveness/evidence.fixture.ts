import { EMBEDDER } from '@/models/embedder/model';
import { hashIntent, ownIntent } from '@/lib/intents/intent';
import { writtenUuid } from '@/lib/ids/uuid';
import { FACE_CHECK_VERSION, type Challenge, type ChallengeStep } from './challenge';
import { COLOUR_SLOT_MS, SCREEN_COLOURS, type Rgb, type ScreenColour } from './colours';
import type { Descriptor } from '@/lib/recognition/descriptor';
import type { Evidence, TraceFrame } from './evidence';
import type { StepKind } from './step-kinds';
import { headSeen } from './schematic-face.fixture';

/** How somebody (or something) answers the prompts. */
export interface Manner {
  readonly reactionMs: number;
  /** How strongly the skin takes up the screen's light; 0 for a film. */
  readonly screenLight: number;
  /** The same of the wall behind; the sheet of a printed photo is its own wall. */
  readonly wallLight: number;
  /** 1 for a head, 0 for a flat sheet. */
  readonly depth: number;
  /** Faces before the camera, the own one among them. */
  readonly faces: number;
  /** Radians of a turn. */
  readonly turn: number;
  readonly frameMs: number;
  /** Where the own slow sway begins; another phase, another face check. */
  readonly phase: number;
}

const PERSON: Manner = {
  reactionMs: 600,
  screenLight: 0.05,
  wallLight: 0.004,
  depth: 1,
  faces: 1,
  turn: 0.4,
  frameMs: 40,
  phase: 0,
};

type AnsweredChallenge = Pick<Challenge, 'id' | 'nonce' | 'intent' | 'steps' | 'colours'>;

/**
 * A face check as an honest person's browser would send it, drawn from a schematic head, for
 * tests of what the server decides.
 */
export function actedEvidence(
  challenge: AnsweredChallenge,
  face: Descriptor = descriptorOf(1),
  modelId = 'test-model',
  manner: Partial<Manner> = {},
): Evidence {
  const how = { ...PERSON, ...manner };
  const { frames, prompts } = act(challenge.steps, how);
  const fromMs = prompts[0]?.shownAtMs ?? 0;
  const lastMs = frames.at(-1)?.tMs ?? 0;
  const coloursShownAtMs = challenge.colours
    .map((_, i) => fromMs + i * COLOUR_SLOT_MS)
    .filter((tMs) => tMs <= lastMs);
  const lit = frames.map((frame) =>
    lightUp(frame, colourAt(challenge.colours, fromMs, frame.tMs), how),
  );
  return {
    version: FACE_CHECK_VERSION,
    challengeId: challenge.id,
    nonce: challenge.nonce,
    intentHash: hashIntent(challenge.intent),
    modelId,
    frameWidth: 640,
    prompts,
    coloursShownAtMs,
    frames: lit,
    descriptors: prompts.map(({ step }) => ({
      step,
      tMs: frames.findLast((frame) => frame.step === step)?.tMs ?? 0,
      values: face,
    })),
  };
}

/** A challenge that asks for these steps. */
export function challengeOf(
  steps: readonly ChallengeStep[],
  colours: readonly ScreenColour[] = [],
): AnsweredChallenge {
  return {
    id: writtenUuid('0191d2f0-0000-7000-8000-000000000001'),
    nonce: 'bm9uY2Utbm9uY2Utbm9uYw',
    intent: ownIntent('enrolment', '0191d2f0-0000-7000-8000-000000000002', new Date(0)),
    steps,
    colours,
  };
}

/** 128 numbers of norm about 1.5 that depend on the seed: another seed, another person. */
export function descriptorOf(seed: number): Descriptor {
  return Float32Array.from(
    { length: 128 },
    (_, i) => 0.188 * Math.sin(seed * 12.9898 + i * 78.233),
  );
}

const HOLD_MS = 360;
const RELAX_MS = 320;

/** Prompt, reaction, act, and at rest again before the next prompt may come. */
function act(steps: readonly ChallengeStep[], how: Manner) {
  const frames: TraceFrame[] = [];
  const prompts: Evidence['prompts'] = [];
  let tMs = 0;
  const film = (untilMs: number, step: number, kind: StepKind) => {
    for (; tMs < untilMs; tMs += how.frameMs) frames.push(frameOf(tMs, step, kind, how));
  };
  steps.forEach(({ kind, delayMs }, step) => {
    film(tMs + Math.max(delayMs, step === 0 ? 0 : RELAX_MS), Math.max(step - 1, 0), 'neutral');
    prompts.push({ step, shownAtMs: tMs });
    film(tMs + how.reactionMs, step, 'neutral');
    film(tMs + HOLD_MS, step, kind);
  });
  return { frames, prompts };
}

const EYE_DISTANCE_PX = 80;

function frameOf(
  tMs: number,
  step: number,
  kind: StepKind,
  { depth, faces, turn, phase }: Manner,
): TraceFrame {
  const smiling = kind === 'smile' && depth > 0;
  const angle = kind === 'turn-left' ? turn : kind === 'turn-right' ? -turn : 0;
  const points = headSeen({ smile: smiling ? 1 : 0, turn: angle }, depth);
  // People sway, and every sensor has noise; both repeat themselves in every run.
  const wave = (signal: number) => swaying(tMs, phase, signal);
  const [sway, rise, near] = [3 * wave(0), wave(1), 1 + 0.01 * wave(2)];
  const noise = (i: number) => 0.3 * Math.sin(tMs * 12.9898 + i * 78.233);
  return {
    tMs,
    step,
    faces,
    box: [220 + sway, 170 + rise, 200, 190],
    landmarks: points.flatMap(([x, y], i) => [
      320 + sway + x * EYE_DISTANCE_PX * near + noise(i),
      200 + rise + y * EYE_DISTANCE_PX * near + noise(i + 68),
    ]),
    happy: smiling ? 0.97 : 0.03,
    light: 128 + 2 * wave(3),
    skin: [180 + noise(1), 140 + noise(2), 120 + noise(3)],
    background: [150 + noise(4), 150 + noise(5), 150 + noise(6)],
  };
}

/** Slow waves that fit no beat, in −1…1; every phase and signal has its own. */
function swaying(tMs: number, phase: number, signal: number): number {
  return [0.23, 0.51, 0.94].reduce((sum, hertz, i) => {
    const chance = Math.sin(phase * 127.1 + signal * 311.7 + i * 74.7) * 43_758.5453;
    const turns = (hertz * tMs) / 1000 + chance - Math.floor(chance);
    return sum + Math.sin(2 * Math.PI * turns) / (2 + i);
  }, 0);
}

/** Light takes a moment from the screen to the camera. */
const LAG_MS = 80;

function colourAt(colours: readonly ScreenColour[], fromMs: number, tMs: number): Rgb | undefined {
  const name = colours[Math.floor((tMs - LAG_MS - fromMs) / COLOUR_SLOT_MS)];
  return name && SCREEN_COLOURS[name];
}

function lightUp(frame: TraceFrame, screen: Rgb | undefined, how: Manner): TraceFrame {
  if (!screen) return frame;
  const lit = ([red, green, blue]: Rgb, strength: number): TraceFrame['skin'] => {
    const by = (value: number, channel: number) => value * (1 + strength * (channel / 255 - 0.7));
    return [by(red, screen[0]), by(green, screen[1]), by(blue, screen[2])];
  };
  return {
    ...frame,
    skin: lit(frame.skin, how.screenLight),
    background: lit(frame.background, how.wallLight),
  };
}

/** A little different in each picture, and itself on average. */
export function inOtherLight(face: Float32Array, picture: number): Float32Array {
  const by = EMBEDDER.enrolment.alikeMax * ([0, 1.1, -1.1][picture] ?? 0);
  return face.map((each, i) => (i === 1 ? each + by : each));
}
