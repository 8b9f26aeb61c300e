import type { DayReport } from '@/lib/reports/day-report';
import { PairChart } from '@/components/charts/pair-chart';
import { hourWords } from '@/components/words/today';
import { Section } from './section';
import type { Words } from './words';

type Hours = DayReport['hours'];

/** When the sales came in, as bars and as a table. */
export function HourSales({ hours, words }: { readonly hours: Hours; readonly words: Words }) {
  return (
    <Section title="Sales by hour">
      <PairChart
        summary={summaryOf(hours, words)}
        bars={hours.map(({ hour, sales }) => ({
          label: String(hour).padStart(2, '0'),
          ...sales,
        }))}
        legend={{ now: words.now, before: capital(words.comparedWith) }}
        textOf={words.amount}
      />
      <details>
        <summary className="inline-flex min-h-11 items-center font-bold underline underline-offset-4">
          As a table
        </summary>
        <HourTable hours={hours} words={words} />
      </details>
    </Section>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function summaryOf(hours: Hours, { amount }: Words): string {
  const best = hours.reduce<Hours[number] | undefined>(
    (most, one) => (most && most.sales.now >= one.sales.now ? most : one),
    undefined,
  );
  if (!best || best.sales.now === 0n) return 'No sales yet.';
  const until = hourWords((best.hour + 1) % 24);
  return `Most came in from ${hourWords(best.hour)} to ${until}: ${amount(best.sales.now)}.`;
}

function HourTable({ hours, words }: { readonly hours: Hours; readonly words: Words }) {
  return (
    <table className="tabular w-full text-right [&_td]:py-1 [&_th]:py-1">
      <caption className="sr-only">Sales by hour</caption>
      <thead className="text-sm text-ink-soft">
        <tr>
          <th scope="col" className="text-left font-normal">
            From
          </th>
          <th scope="col" className="font-normal">
            {words.now}
          </th>
          <th scope="col" className="font-normal">
            {words.before}
          </th>
        </tr>
      </thead>
      <tbody>
        {hours.map(({ hour, sales }) => (
          <tr key={hour}>
            <th scope="row" className="text-left">
              {hourWords(hour)}
            </th>
            <td>{words.amount(sales.now)}</td>
            <td>{words.amount(sales.before)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
