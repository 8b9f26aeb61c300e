import { atMost, type Check } from '@/lib/recognition/check';
import type { Descriptor } from '@/lib/recognition/descriptor';
import type { Evidence, TraceFrame } from '../evidence';
import { eyeDistance } from '../geometry';
import { euclidean, fuse } from '@/lib/recognition/match';
import type { JudgedChallenge } from './trace';

export interface PersonBounds {
  /** Greatest distance of a descriptor from the neutral ones of the same face check. */
  readonly samePersonMax: number;
  /** The same for a turned head. */
  readonly samePersonTurnedMax: number;
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

/** Whether somebody else was there when the face was described. What is done in company does not count. */
export function checkAlone({ frames, descriptors }: Evidence): Check {
  const described = new Set(descriptors.map(({ tMs }) => tMs));
  const company = frames.filter(({ tMs, faces }) => faces > 1 && described.has(tMs));
  return atMost('company-described', company.length, 0);
}

/** Each descriptor against the mean of the neutral ones: a swap shows wherever it happens. */
export function checkSamePerson(
  { steps }: JudgedChallenge,
  { descriptors }: Evidence,
  bounds: PersonBounds,
): Check[] {
  const turned = ({ step }: { step: number }) => steps[step]?.kind.startsWith('turn') ?? false;
  const neutral = descriptors.filter(({ step }) => steps[step]?.kind === 'neutral');
  if (neutral.length === 0) return [atMost('same-person', NaN, bounds.samePersonMax)];
  const own = fuse(neutral.map(({ values }) => values));
  const farthest = (of: Evidence['descriptors']) =>
    Math.max(0, ...of.map(({ values }) => euclidean(own, values)));
  return [
    atMost('same-person', farthest(descriptors.filter((d) => !turned(d))), bounds.samePersonMax),
    atMost('same-person-turned', farthest(descriptors.filter(turned)), bounds.samePersonTurnedMax),
  ];
}

/** A turned face moves the descriptor; recognition compares the frontal ones when it can. */
export function frontal({ steps }: JudgedChallenge, { descriptors }: Evidence): Descriptor[] {
  const facing = descriptors.filter(({ step }) => {
    const kind = steps[step]?.kind;
    return kind === 'neutral' || kind === 'smile';
  });
  return (facing.length > 0 ? facing : descriptors).map(({ values }) => values);
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
