import { DESCRIPTOR_LENGTH, type Descriptor } from '@/lib/recognition/descriptor';

/**
 * Descriptors of people who do not exist, as far apart as those of this network were measured to
 * be. Between people: distances of single photos of 0.80 ± 0.09, so that 1.3 % are below 0.60 and
 * about 1 in 10,000 below 0.45. Within a person: 0.32 ± 0.09, so that 7 % are beyond 0.45. Norms of 1.4
 * to 1.6. The variance falls from one coordinate to the next as in about 40 independent ones, which
 * is what gives these widths; which coordinates they are does not matter to distances.
 *
 * They are no look-alikes, twins or groups: right for sizes and times, wrong for error rates.
 */
const BETWEEN = 0.8 / Math.SQRT2;
const WITHIN = 0.3 / Math.SQRT2;
/** Some captures are better than others: sd of the logarithm of their spread. */
const QUALITY_SD = 0.38;
const CENTRE_NORM = 1.35;
const DECAY = 0.951;

const scales = spread();
const centre = CENTRE_NORM / Math.sqrt(DESCRIPTOR_LENGTH);

/** Face checks of one person after the other. @param random uniform in [0, 1) */
export function drawPerson(random: () => number, captures: number): Descriptor[] {
  const normal = () => gaussian(random);
  const self = scales.map((scale) => centre + BETWEEN * scale * normal());
  return Array.from({ length: captures }, () => drawCapture(self, normal));
}

export function drawnPeople(count: number, captures: number, seed: number): Descriptor[][] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => drawPerson(random, captures));
}

/** Mulberry32: small, and good enough to draw from. @returns uniform in [0, 1) */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Chance that a score of the first kind is smaller than one of the second (0.5: a coin). */
export function areaUnderRoc(same: readonly number[], different: readonly number[]): number {
  let smaller = 0;
  for (const a of same) for (const b of different) smaller += a < b ? 1 : a === b ? 0.5 : 0;
  return smaller / (same.length * different.length);
}

function drawCapture(self: Float64Array, normal: () => number): Descriptor {
  const quality = WITHIN * Math.exp(QUALITY_SD * normal());
  return Float32Array.from(self, (value, i) => value + quality * (scales[i] ?? 0) * normal());
}

/** Standard deviations of the coordinates; their squares sum up to one. */
function spread(): Float64Array {
  const variances = Float64Array.from({ length: DESCRIPTOR_LENGTH }, (_, i) => DECAY ** i);
  const sum = variances.reduce((total, value) => total + value, 0);
  return variances.map((value) => Math.sqrt(value / sum));
}

function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
