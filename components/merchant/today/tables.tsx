import { sharesOf } from '@/lib/reports/comparison';
import type { DayReport } from '@/lib/reports/day-report';
import { BarTable } from '@/components/charts/bar-table';
import { percentOf } from '@/components/charts/scale';
import { REFUSAL_WORDS, SALES_WAY_WORDS, waitWords } from '@/components/words/today';
import { Section } from './section';
import type { Words } from './words';

interface PartProps {
  readonly words: Words;
}

/** How the payments were made: shares of their number. */
export function Ways({ ways, words }: PartProps & Pick<DayReport, 'ways'>) {
  const shares = sharesOf(ways.map(({ orders }) => BigInt(orders.now)));
  const before = sharesOf(ways.map(({ orders }) => BigInt(orders.before)));
  return (
    <Section title="How they paid">
      <BarTable
        caption="How they paid"
        columns={['Way', 'Payments', words.now, words.before]}
        rows={ways.map(({ way, orders }, index) => ({
          label: SALES_WAY_WORDS[way],
          percent: shares[index] ?? 0,
          cells: [orders.now, `${shares[index]} %`, `${before[index]} %`],
        }))}
      />
    </Section>
  );
}

/** What did not work at first; many of them paid in the end. */
export function Refusals({ refusals, words }: PartProps & Pick<DayReport, 'refusals'>) {
  const most = Math.max(...refusals.map(({ count }) => count.now), 1);
  return (
    <Section title="What was refused">
      <BarTable
        caption="What was refused"
        columns={['Why', words.now, words.before]}
        rows={refusals.map(({ reason, count }) => ({
          label: REFUSAL_WORDS[reason],
          percent: percentOf(count.now, most),
          cells: [count.now, count.before],
        }))}
      />
    </Section>
  );
}

/** How long guests at the counter waited until their order was accepted. */
export function Waits({ figures, words }: PartProps & Pick<DayReport, 'figures'>) {
  const { now, before } = figures;
  const most = Math.max(now.wait?.slowestMs ?? 0, before.wait?.slowestMs ?? 0);
  const row = (label: string, of: 'medianMs' | 'slowestMs') => ({
    label,
    percent: percentOf(now.wait?.[of] ?? 0, most),
    cells: [now, before].map(({ wait }) => (wait ? waitWords(wait[of]) : '–')),
  });
  return (
    <Section title="Time to accept an order">
      <BarTable
        caption="Time to accept an order"
        columns={['Orders', words.now, words.before]}
        rows={[row('In the middle', 'medianMs'), row('The slowest', 'slowestMs')]}
      />
    </Section>
  );
}
