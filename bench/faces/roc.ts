/**
 * The chance that a positive scores higher than a negative, ties counted half (Mann and
 * Whitney 1947): the area under the receiver operating characteristic.
 *
 * @returns NaN when there is no positive or no negative.
 */
export function areaUnderCurve(positive: readonly number[], negative: readonly number[]): number {
  const all = [
    ...positive.map((score) => ({ score, isPositive: 1 })),
    ...negative.map((score) => ({ score, isPositive: 0 })),
  ].sort((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to < all.length && all[to]?.score === all[from]?.score) to += 1;
    const meanRank = (from + 1 + to) / 2;
    for (const { isPositive } of all.slice(from, to)) rankSum += isPositive * meanRank;
    from = to;
  }
  const count = positive.length;
  return (rankSum - (count * (count + 1)) / 2) / (count * negative.length);
}
