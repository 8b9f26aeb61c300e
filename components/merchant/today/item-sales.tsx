import type { DayReport } from '@/lib/reports/day-report';
import { BarTable } from '@/components/charts/bar-table';
import { percentOf } from '@/components/charts/scale';
import { Section } from './section';
import type { Words } from './words';

/** As many as fit beside the other tables. */
const FIRST = 8;

/** What sold, the most first; the rest when it is asked for. */
export function ItemSales({
  report,
  words,
}: {
  readonly report: DayReport;
  readonly words: Words;
}) {
  const { items } = report;
  const [rest, most] = [items.slice(FIRST), items[0]?.amount.now ?? 0n];
  const table = (shown: DayReport['items'], caption: string) => (
    <BarTable
      caption={caption}
      columns={['Item', 'Sold', words.now, words.before]}
      rows={shown.map(({ name, quantity, amount }) => ({
        label: name,
        percent: percentOf(amount.now, most),
        cells: [`${quantity.now} ×`, words.amount(amount.now), words.amount(amount.before)],
      }))}
    />
  );
  return (
    <Section title="Sales by item">
      {items.length === 0 ? (
        <p className="text-ink-soft">Nothing from the menu yet.</p>
      ) : (
        table(items.slice(0, FIRST), 'Sales by item')
      )}
      {rest.length > 0 && (
        <details>
          <summary className="inline-flex min-h-11 items-center font-bold underline underline-offset-4">
            {rest.length} more
          </summary>
          {table(rest, 'Sales by item, the rest')}
        </details>
      )}
      {report.withoutItems.now > 0n && (
        <p className="text-sm text-ink-soft">
          Without items: {words.amount(report.withoutItems.now)}
        </p>
      )}
    </Section>
  );
}
