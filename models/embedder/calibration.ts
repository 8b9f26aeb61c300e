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
}

/** What every distance costs; `npm run calibrate` measures and writes it. */
export const CALIBRATION: Calibration = measured;
