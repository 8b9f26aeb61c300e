import measured from './calibration.json';

/** One distance, with counts and Wilson's intervals at 95 %. */
export interface CalibrationRow {
  readonly distance: number;
  readonly falseMatches: number;
  readonly impostorPairs: number;
  readonly fmr: number;
  /** From, to. */
  readonly fmr95: readonly number[];
  readonly falseNonMatches: number;
  readonly genuinePairs: number;
  readonly fnmr: number;
  readonly fnmr95: readonly number[];
}

/** A distance that was fitted, and the middle 95 % of it by bootstrap over people. */
export interface TailFit {
  readonly distance: number;
  /** From, to. */
  readonly distance95: readonly number[];
}

/** The distance at which strangers are let in at one rate, as different readings see it. */
export interface TailRow {
  /** How many people a claim leaves. */
  readonly candidates: number;
  /** Chance of a whole search to let a stranger in. */
  readonly fpir: number;
  /** The same of one comparison. */
  readonly fmr: number;
  /** Null where the comparisons are too few to have seen one. */
  readonly empirical: number | null;
  /** Each pair of people is normal, strangers are the mixture of all pairs. */
  readonly normalPerPair: TailFit;
  /** The logarithms of all distances together are normal. */
  readonly logNormal: TailFit;
}

/** What the threshold of the other sets does on this one. */
export interface TransferRow {
  readonly set: string;
  readonly people: number;
  /** For one stranger in ten thousand on all other sets. */
  readonly distanceOfOthers: number;
  readonly falseMatches: number;
  readonly impostorPairs: number;
  readonly fmr: number;
  readonly fmr95: readonly number[];
  /** Between two people of this set. */
  readonly nearestDistance: number;
}

export interface Tails {
  /** Photos of an enrolment, of a probe; means of both are compared. */
  readonly enrol: number;
  readonly probe: number;
  /** Photos are drawn anew in each. */
  readonly rounds: number;
  /** Who has photos enough to be enrolled. */
  readonly enrolled: number;
  readonly pairsOfPeople: number;
  readonly comparisons: number;
  readonly rows: readonly TailRow[];
  readonly transfer: readonly TransferRow[];
}

export interface Calibration {
  readonly modelId: string;
  /** Name of the set of photos. */
  readonly set: string;
  /** ISO 8601. */
  readonly date: string;
  readonly images: number;
  readonly identities: number;
  readonly undetected: number;
  /** One photo against another. */
  readonly single: readonly CalibrationRow[];
  /** One photo against the mean of the first k of a person. */
  readonly enrolled: { readonly k: number; readonly rows: readonly CalibrationRow[] };
  /** Where thresholds would lie; the product's are a decision of people, in `model.ts`. */
  readonly tails: Tails;
}

/** What every distance costs; `npm run calibrate` measures and writes it. */
export const CALIBRATION: Calibration = measured;
