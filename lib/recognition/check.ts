/** A named measure with the bound that it was held against; kept for audit, never told. */
export interface Check {
  readonly name: string;
  readonly value: number;
  readonly threshold: number;
  readonly passed: boolean;
}

/** @ensures NaN, which measures nothing, does not pass. */
export function atMost(name: string, value: number, threshold: number): Check {
  return { name, value, threshold, passed: value <= threshold };
}

/** @ensures NaN, which measures nothing, does not pass. */
export function atLeast(name: string, value: number, threshold: number): Check {
  return { name, value, threshold, passed: value >= threshold };
}
