import type { StaffRole } from '@/lib/access/roles';
import type { CurrencyCode } from '@/lib/money/currency';
import { formatMoney } from '@/lib/money/format';
import { money } from '@/lib/money/money';
import type { DayReport, ReportedStore } from '@/lib/reports/day-report';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { dayLater, dayWords, shortDayWords, weekBeforeWords } from '@/components/words/today';
import { DayForm } from './day-form';
import { FigureCards } from './figure-cards';
import { HourSales } from './hour-sales';
import { ItemSales } from './item-sales';
import { KeepFresh } from './keep-fresh';
import { Stores } from './stores';
import { Refusals, Waits, Ways } from './tables';
import type { Words } from './words';

export interface TodayViewProps {
  readonly merchantName: string;
  readonly currency: CurrencyCode;
  readonly day: string;
  readonly today: string;
  readonly stores: readonly ReportedStore[];
  readonly store: ReportedStore | null;
  readonly report: DayReport;
  readonly role: StaffRole;
}

/** How the day goes, beside the same weekday a week before. */
export function TodayView(props: TodayViewProps) {
  const { merchantName, currency, day, today, stores, store, report, role } = props;
  const isToday = day === today;
  const comparedWith = weekBeforeWords(day, today);
  const words: Words = {
    now: isToday ? 'Today' : shortDayWords(day),
    before: shortDayWords(dayLater(day, -7)),
    comparedWith,
    amount: (minorUnits) => formatMoney(money(minorUnits, currency)),
  };
  const { now, before: then } = report.figures;
  const isQuiet = [now, then].every(({ orders, refusals, givenBack }) => {
    return orders === 0 && refusals === 0 && givenBack === 0n;
  });
  return (
    <main className="mx-auto w-full max-w-5xl space-y-6 px-5 py-6 md:px-8">
      {isToday && <KeepFresh />}
      <header className="flex flex-wrap items-center justify-between gap-4">
        <div>
          <h1 className="text-3xl font-extrabold">{isToday ? 'Today' : dayWords(day)}</h1>
          <p className="text-ink-soft">
            {store?.name ?? merchantName}, beside {comparedWith}
            {isToday && ' until this time'}
          </p>
        </div>
        <nav aria-label="Shop" className="flex flex-wrap gap-2">
          {role === 'owner' && <LinkButton href={'/merchant'}>Money</LinkButton>}
          {role === 'owner' && <LinkButton href={'/merchant/activity'}>Activity</LinkButton>}
          <LinkButton href={'/merchant/staff'}>Staff</LinkButton>
          <LinkButton href={'/staff'}>To the orders</LinkButton>
        </nav>
      </header>
      <DayForm key={`${day} ${store?.id}`} {...{ day, today, stores }} storeId={store?.id} />
      {isQuiet ? (
        <EmptyState title="A quiet day">
          Sales will stand here as soon as there are some.
        </EmptyState>
      ) : (
        <Report report={report} words={words} />
      )}
    </main>
  );
}

function Report({ report, words }: { readonly report: DayReport; readonly words: Words }) {
  return (
    <div className="space-y-6">
      <FigureCards figures={report.figures} words={words} />
      {report.stores.length > 1 && <Stores stores={report.stores} words={words} />}
      <HourSales hours={report.hours} words={words} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <ItemSales report={report} words={words} />
        <div className="space-y-6">
          <Ways ways={report.ways} words={words} />
          <Refusals refusals={report.refusals} words={words} />
          <Waits figures={report.figures} words={words} />
        </div>
      </div>
    </div>
  );
}
