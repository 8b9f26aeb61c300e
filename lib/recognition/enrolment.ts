import { EMBEDDER } from '@/models/embedder/model';
import { atMost, type Check } from './check';
import { euclidean, fuse, type Descriptor } from './descriptor';

const { pictures: PICTURES, picturesMax, alikeMax, laterMax, originalMax } = EMBEDDER.enrolment;

/**
 * The pictures of one person: the mean descriptor of each face check. The first three are the
 * enrolment, the others were added after payments.
 */
export type Pictures = readonly Descriptor[];

/** What the enrolment is compared by: each picture weighs the same. */
export function templateOf(pictures: Pictures): Descriptor {
  return fuse(pictures);
}

/** Whether one more picture shows whom the others show; the first one always does. */
export function checkSameFace(original: Pictures, next: Descriptor): Check {
  const distance = original.length === 0 ? 0 : euclidean(fuse(original), next);
  return atMost('distance-to-enrolment', distance, originalMax);
}

export type Enrolment =
  /** `alike`: the latest picture looks like an earlier one, so other light would help. */
  | { readonly kind: 'unfinished'; readonly missing: number; readonly alike: boolean }
  | { readonly kind: 'complete'; readonly pictures: Pictures };

/**
 * Pictures of one moment are nearly one picture; what helps are different ones (CARD.md). So three
 * are enough only when no two of them are alike; else a fourth is asked for, and those three that
 * differ most are taken.
 */
export function enrolmentOf(taken: Pictures): Enrolment {
  const latest = taken.at(-1);
  const earlier = taken.slice(0, -1);
  const alike = latest !== undefined && earlier.some((each) => euclidean(each, latest) < alikeMax);
  if (taken.length < PICTURES) {
    return { kind: 'unfinished', missing: PICTURES - taken.length, alike };
  }
  const chosen = mostDifferent(taken);
  const varied = smallestDistance(chosen) >= alikeMax;
  if (varied || taken.length >= picturesMax) return { kind: 'complete', pictures: chosen };
  return { kind: 'unfinished', missing: 1, alike };
}

/**
 * Adds a picture from a payment that its owner confirmed otherwise. It must be near to the
 * enrolment itself: near to what was added before would let the template move, a payment at a time,
 * to somebody else (with this anchor simulated drift let nobody in; without it everybody).
 *
 * @returns the pictures with it, the oldest added one gone when there were enough; undefined when
 *   it is too far from the enrolment, and for an enrolment of fewer pictures, from earlier versions,
 *   where nothing says which were the first
 */
export function withPicture(pictures: Pictures, next: Descriptor): Pictures | undefined {
  if (pictures.length < PICTURES) return undefined;
  const original = pictures.slice(0, PICTURES);
  if (!checkSameFace(original, next).passed) return undefined;
  return [...original, ...[...pictures.slice(PICTURES), next].slice(-laterMax)];
}

/** The three whose smallest distance is greatest. */
function mostDifferent(taken: Pictures): Pictures {
  const [first = [], ...others] = triplesOf(taken);
  return others.reduce(
    (best, triple) => (smallestDistance(triple) > smallestDistance(best) ? triple : best),
    first,
  );
}

function triplesOf(taken: Pictures): readonly Pictures[] {
  if (taken.length <= PICTURES) return [taken];
  return taken.flatMap((_, left) => triplesOf(taken.filter((__, i) => i !== left)));
}

function smallestDistance(pictures: Pictures): number {
  const distances = pictures.flatMap((a, i) => pictures.slice(i + 1).map((b) => euclidean(a, b)));
  return Math.min(...distances);
}
