/** What distances between descriptors say about recognition (ISO/IEC 19795-1). */

export interface Described {
  readonly identity: string;
  /** 128 raw floats. */
  readonly descriptor: readonly number[];
}

/** Euclidean distances, each sorted from near to far. */
export interface Scores {
  readonly genuine: readonly number[];
  readonly impostor: readonly number[];
}

export interface OperatingPoint {
  readonly distanceMax: number;
  readonly fmr: number;
  readonly fnmr: number;
}

/** False match rates at which errors are read. */
export type Fmr = '1e-2' | '1e-3' | '1e-4';

export interface ErrorRates {
  readonly eer: number;
  /** FNMR at the largest distance at which at most this part of impostors match. */
  readonly fnmrAtFmr: Readonly<Record<Fmr, number>>;
}

/** Every photo against every other one. */
export function pairScores(photos: readonly Described[]): Scores {
  const genuine: number[] = [];
  const impostor: number[] = [];
  photos.forEach((one, i) => {
    for (const other of photos.slice(i + 1)) {
      const scores = one.identity === other.identity ? genuine : impostor;
      scores.push(distanceBetween(one.descriptor, other.descriptor));
    }
  });
  return sorted(genuine, impostor);
}

/**
 * The first `k` photos of each person fused to a template, every further photo a probe against
 * all templates. Who has no more than `k` photos is not enrolled; those photos are strangers'.
 */
export function enrolledScores(photos: readonly Described[], k: number): Scores {
  const byIdentity = new Map<string, Described[]>();
  for (const photo of photos) {
    byIdentity.set(photo.identity, [...(byIdentity.get(photo.identity) ?? []), photo]);
  }
  const enrolled = [...byIdentity].filter(([, own]) => own.length > k);
  const templates = enrolled.map(([identity, own]) => ({
    identity,
    descriptor: fuse(own.slice(0, k).map(({ descriptor }) => descriptor)),
  }));
  const genuine: number[] = [];
  const impostor: number[] = [];
  for (const [identity, own] of byIdentity) {
    for (const probe of own.length > k ? own.slice(k) : own) {
      for (const template of templates) {
        const scores = template.identity === identity ? genuine : impostor;
        scores.push(distanceBetween(template.descriptor, probe.descriptor));
      }
    }
  }
  return sorted(genuine, impostor);
}

export function errorRates(scores: Scores): ErrorRates {
  return {
    eer: equalErrorRate(scores),
    fnmrAtFmr: {
      '1e-2': fnmrAt(scores, 1e-2),
      '1e-3': fnmrAt(scores, 1e-3),
      '1e-4': fnmrAt(scores, 1e-4),
    },
  };
}

/** Matches are distances of at most `distanceMax`. */
export function operatingPoint(scores: Scores, distanceMax: number): OperatingPoint {
  return {
    distanceMax,
    fmr: partAtMost(scores.impostor, distanceMax),
    fnmr: 1 - partAtMost(scores.genuine, distanceMax),
  };
}

/** The element-wise mean. */
function fuse(descriptors: readonly (readonly number[])[]): number[] {
  const [first = []] = descriptors;
  return first.map(
    (_, i) => descriptors.reduce((sum, one) => sum + (one[i] ?? 0), 0) / descriptors.length,
  );
}

/**
 * Wilson's interval for a part of a count, at 95 %: it stays inside 0…1 and says something even
 * when nothing was counted (Wilson 1927).
 */
export function interval95(part: number, count: number): readonly [number, number] {
  const z = 1.959964;
  const spread = 1 + (z * z) / count;
  const centre = (part + (z * z) / (2 * count)) / spread;
  const half =
    (z / spread) * Math.sqrt((part * (1 - part)) / count + (z * z) / (4 * count * count));
  return [part === 0 ? 0 : centre - half, part === 1 ? 1 : centre + half];
}

/** The largest distance at which at most this part of impostors match. */
export function distanceAtFmr({ impostor }: Scores, fmr: number): number {
  const allowed = Math.floor(impostor.length * fmr);
  const firstRefused = impostor[allowed];
  return firstRefused === undefined ? Infinity : belowOf(firstRefused);
}

function fnmrAt(scores: Scores, fmr: number): number {
  return 1 - partAtMost(scores.genuine, distanceAtFmr(scores, fmr));
}

function equalErrorRate(scores: Scores): number {
  let best = { gap: Infinity, rate: NaN };
  for (const distanceMax of scores.genuine) {
    for (const threshold of [belowOf(distanceMax), distanceMax]) {
      const { fmr, fnmr } = operatingPoint(scores, threshold);
      const gap = Math.abs(fmr - fnmr);
      if (gap < best.gap) best = { gap, rate: (fmr + fnmr) / 2 };
    }
  }
  return best.rate;
}

/** Just under it, in the precision of a distance. */
function belowOf(value: number): number {
  return value - 1e-9;
}

/** By bisection: `values` are sorted. */
function partAtMost(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return values.length === 0 ? NaN : low / values.length;
}

/** Euclidean. */
export function distanceBetween(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += ((a[i] ?? NaN) - (b[i] ?? NaN)) ** 2;
  return Math.sqrt(sum);
}

function sorted(genuine: number[], impostor: number[]): Scores {
  const nearFirst = (a: number, b: number): number => a - b;
  return { genuine: genuine.sort(nearFirst), impostor: impostor.sort(nearFirst) };
}
