/** What every part of the page needs besides its figures. */
export interface Words {
  /** Heads of columns: `Today` or `26 Nov`, and `20 Nov`. */
  readonly now: string;
  readonly before: string;
  /** `last Friday`. */
  readonly comparedWith: string;
  readonly amount: (minorUnits: bigint) => string;
}
