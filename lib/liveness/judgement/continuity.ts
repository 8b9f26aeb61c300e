import { atMost, type Check } from '@/lib/recognition/check';
import { euclidean, fuse, type Descriptor } from '@/lib/recognition/descriptor';
import type { Evidence, TraceFrame } from '../evidence';
import { eyeDistance } from '../geometry';
import type { JudgedChallenge } from './trace';

export interface PersonBounds {
  /** Greatest distance of a descriptor from the mean of the neutral step, by what was asked. */
  readonly samePersonMax: Readonly<Record<'neutral' | 'smile' | 'turn', number>>;
  /** The same for a smile, where recognition confirms each step; not less than the other. */
  readonly confirmedSmileMax: number;
}

/** Of the face box's width, from one frame to the next. */
const JUMP_MAX = 0.6;
/** From one frame to the next, by nearing or going away. */
const GROWTH_MAX = 1.35;
/** A sensor's noise moves a landmark in every frame; now and then a frame may come twice. */
const COPIED_SHARE_MAX = 0.2;

/** Whether it is one film of one thing, without cuts and copies. */
export function checkContinuity({ frames }: Evidence): Check[] {
  const pairs = frames.slice(1).map((frame, i) => [frames[i] ?? frame, frame] as const);
  const distinct = new Set(frames.map(({ landmarks }) => landmarks.join()));
  return [
    atMost('box-jump', Math.max(0, ...pairs.map(jumpBetween)), JUMP_MAX),
    atMost('box-growth', Math.max(1, ...pairs.map(growthBetween)), GROWTH_MAX),
    atMost('copied-frames', 1 - distinct.size / frames.length, COPIED_SHARE_MAX),
  ];
}

/**
 * Whether the face was alone whenever it was described: acts count only while a single face is seen.
 */
export function checkAlone({ frames, descriptors }: Evidence): Check {
  const described = new Set(descriptors.map(({ tMs }) => tMs));
  const company = frames.filter(({ tMs, faces }) => faces > 1 && described.has(tMs));
  return atMost('company-described', company.length, 0);
}

/** Each descriptor against the mean of the neutral ones: a swap shows wherever it happens. */
export function checkSamePerson(
  challenge: JudgedChallenge,
  evidence: Evidence,
  { samePersonMax, confirmedSmileMax }: PersonBounds,
): Check[] {
  const bounds = { ...samePersonMax, smile: confirmedSmileMax };
  return (['neutral', 'smile', 'turn'] as const).map((kind) =>
    atMost(`same-person-${kind}`, farthestIn(challenge, evidence, kind), bounds[kind]),
  );
}

/**
 * Every calm and smiling descriptor, where a smile moved so far that the face check alone leaves it
 * open whether it is the same person's; else nothing.
 */
export function descriptorsToConfirm(
  challenge: JudgedChallenge,
  evidence: Evidence,
  { samePersonMax }: PersonBounds,
): Descriptor[] {
  if (farthestIn(challenge, evidence, 'smile') <= samePersonMax.smile) return [];
  return (['neutral', 'smile'] as const).flatMap((kind) => describedIn(challenge, evidence, kind));
}

/** @returns 0 where there is nothing of this kind, NaN without a neutral face. */
function farthestIn(
  challenge: JudgedChallenge,
  evidence: Evidence,
  kind: 'neutral' | 'smile' | 'turn',
): number {
  const neutral = describedIn(challenge, evidence, 'neutral');
  if (neutral.length === 0) return NaN;
  const own = fuse(neutral);
  const distances = describedIn(challenge, evidence, kind).map((each) => euclidean(own, each));
  return Math.max(0, ...distances);
}

/**
 * The mean descriptor of the calm and of the smiling face: a turned one moves the descriptor. Each
 * counts the same, however many frames it has, so that nobody outweighs who smiled.
 */
export function frontalSteps(challenge: JudgedChallenge, evidence: Evidence): Descriptor[] {
  const steps = (['neutral', 'smile'] as const)
    .map((kind) => describedIn(challenge, evidence, kind))
    .filter((described) => described.length > 0);
  const all = evidence.descriptors.map(({ values }) => values);
  return (steps.length > 0 ? steps : [all]).map(fuse);
}

function describedIn(
  { steps }: JudgedChallenge,
  { descriptors }: Evidence,
  kind: 'neutral' | 'smile' | 'turn',
): Descriptor[] {
  return descriptors
    .filter(({ step }) => steps[step]?.kind.startsWith(kind) ?? false)
    .map(({ values }) => values);
}

type Pair = readonly [before: TraceFrame, after: TraceFrame];

function jumpBetween([before, after]: Pair): number {
  const [ax, ay] = centreOf(before);
  const [bx, by] = centreOf(after);
  return Math.hypot(bx - ax, by - ay) / Math.max(before.box[2], 1);
}

function growthBetween([before, after]: Pair): number {
  const growth = eyeDistance(after.landmarks) / eyeDistance(before.landmarks);
  return Math.max(growth, 1 / growth);
}

function centreOf({ box: [x, y, width, height] }: TraceFrame): readonly [number, number] {
  return [x + width / 2, y + height / 2];
}
