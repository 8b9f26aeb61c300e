import type { Pair } from './day-report';

/** How a figure stands to the one that it is compared with. */
export type Comparison =
  | { readonly kind: 'same' }
  /** There was nothing to compare with. */
  | { readonly kind: 'new' }
  | { readonly kind: 'more' | 'less'; readonly percent: number };

/** Whole percent of what was before; a change that would round to none is 1 %. */
export function comparisonOf({ now, before }: Pair<bigint | number>): Comparison {
  const [newer, older] = [BigInt(now), BigInt(before)];
  if (newer === older) return { kind: 'same' };
  if (older === 0n) return { kind: 'new' };
  const moved = newer > older ? newer - older : older - newer;
  const percent = Math.max(1, Number((moved * 100n + older / 2n) / older));
  return { kind: newer > older ? 'more' : 'less', percent };
}

/**
 * Parts of a whole in whole percent that sum to 100 (largest remainder).
 *
 * @returns zeros when there is no whole
 */
export function sharesOf(parts: readonly bigint[]): readonly number[] {
  const whole = parts.reduce((sum, part) => sum + part, 0n);
  if (whole === 0n) return parts.map(() => 0);
  const shares = parts.map((part) => Number((part * 100n) / whole));
  const left = 100 - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = parts
    .map((part, index) => ({ index, remainder: (part * 100n) % whole }))
    .toSorted((a, b) => Number(b.remainder - a.remainder) || a.index - b.index);
  const rounded = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return shares.map((share, index) => share + (rounded.has(index) ? 1 : 0));
}
