import { comparisonOf } from '@/lib/reports/comparison';
import type { StoreFigures } from '@/lib/reports/day-report';
import { comparisonWords, waitWords } from '@/components/words/today';
import { Section } from './section';
import type { Words } from './words';

/** All stores side by side. */
export function Stores(props: { readonly stores: readonly StoreFigures[]; readonly words: Words }) {
  const { stores, words } = props;
  const columns = ['Sales', `Beside ${words.before}`, 'Payments', 'Refused', 'Time to accept'];
  return (
    <Section title="Store by store">
      <div role="region" aria-label="All stores" tabIndex={0} className="overflow-x-auto">
        <table className="tabular w-full text-right [&_td]:py-1.5 [&_td]:pl-4 [&_th]:py-1.5">
          <thead className="text-sm whitespace-nowrap text-ink-soft">
            <tr>
              <th scope="col" className="text-left font-normal">
                Store
              </th>
              {columns.map((column) => (
                <th key={column} scope="col" className="pl-4 font-normal">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="whitespace-nowrap">
            {stores.map(({ id, name, figures: { now, before } }) => (
              <tr key={id}>
                <th scope="row" className="text-left">
                  {name}
                </th>
                <td className="font-bold">{words.amount(now.sales)}</td>
                <td>{comparisonWords(comparisonOf({ now: now.sales, before: before.sales }))}</td>
                <td>{now.orders}</td>
                <td>{now.refusals}</td>
                <td>{now.wait ? waitWords(now.wait.medianMs) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
