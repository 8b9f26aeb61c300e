/** What every part of the page needs besides its figures. */
export interface Words {
  readonly now: string;
  /** `Last Friday`. */
  readonly before: string;
  readonly amount: (minorUnits: bigint) => string;
}
