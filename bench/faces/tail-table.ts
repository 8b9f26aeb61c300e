import type { TailFit, Tails } from '@/models/embedder/calibration';

const HEAD = '| a claim leaves | one stranger in | seen | normal per pair | log-normal |';
const RULE = '| --- | --- | --- | --- | --- |';

/** The tails as the model card shows them (GitHub's Markdown, not aligned). */
function tailTable({ rows }: Tails): string {
  const lines = rows.map(({ candidates, fmr, empirical, normalPerPair, logNormal }) => {
    const stranger = Math.round(1 / fmr).toLocaleString('en');
    const seen = empirical?.toFixed(3) ?? 'too few';
    const cells = [
      candidates.toLocaleString('en'),
      stranger,
      seen,
      fit(normalPerPair),
      fit(logNormal),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [HEAD, RULE, ...lines].join('\n');
}

function fit({ distance, distance95: [from = NaN, to = NaN] }: TailFit): string {
  return `${distance.toFixed(3)} (${from.toFixed(3)}–${to.toFixed(3)})`;
}

const MARKS = ['<!-- tails: npm run calibrate -->', '<!-- /tails -->'] as const;

/** @returns the card with the table between its marks replaced. @throws when it has no marks. */
export function withTailTable(card: string, tails: Tails): string {
  const [from, to] = MARKS.map((mark) => card.indexOf(mark));
  if (from === undefined || to === undefined || from < 0 || to < from) {
    throw new Error(`the model card lacks ${MARKS.join(' and ')}`);
  }
  return `${card.slice(0, from + MARKS[0].length)}\n\n${tailTable(tails)}\n\n${card.slice(to)}`;
}
