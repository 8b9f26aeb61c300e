import { Minus, TrendingDown, TrendingUp } from 'lucide-react';
import { comparisonOf, type Comparison } from '@/lib/reports/comparison';
import type { Figures, Pair } from '@/lib/reports/day-report';
import { classNames } from '@/components/ui/class-names';
import { comparisonWords } from '@/components/words/today';
import type { Words } from './words';

const ICONS = { more: TrendingUp, less: TrendingDown, same: Minus, new: Minus } as const;

/** The few figures that are looked at first. */
export function FigureCards(props: { readonly figures: Pair<Figures>; readonly words: Words }) {
  const { now, before } = props.figures;
  const { amount } = props.words;
  const figure = (label: string, text: string, pair: Pair<bigint | number>) => {
    return { label, text, comparison: comparisonOf(pair), ...props.words };
  };
  const pairOf = <T,>(of: (figures: Figures) => T) => ({ now: of(now), before: of(before) });
  const averages = pairOf(({ sales, orders }) => (orders === 0 ? 0n : sales / BigInt(orders)));
  const figures = [
    figure(
      'Sales',
      amount(now.sales),
      pairOf(({ sales }) => sales),
    ),
    figure(
      'Payments',
      now.orders.toLocaleString('en'),
      pairOf(({ orders }) => orders),
    ),
    figure('A payment on average', amount(averages.now), averages),
    figure(
      'Of it tips',
      amount(now.tips),
      pairOf(({ tips }) => tips),
    ),
    figure(
      'Given back',
      amount(now.givenBack),
      pairOf(({ givenBack }) => givenBack),
    ),
    figure(
      'Refused',
      now.refusals.toLocaleString('en'),
      pairOf(({ refusals }) => refusals),
    ),
  ];
  return (
    <section aria-label="At a glance">
      <dl className="grid grid-cols-2 gap-3 md:grid-cols-3">
        {figures.map((one, index) => (
          <Figure key={one.label} {...one} isMain={index === 0} />
        ))}
      </dl>
    </section>
  );
}

function Figure(props: {
  readonly label: string;
  readonly text: string;
  readonly comparison: Comparison;
  readonly comparedWith: string;
  readonly isMain: boolean;
}) {
  const { label, text, comparison, comparedWith, isMain } = props;
  const Icon = ICONS[comparison.kind];
  return (
    <div
      className={classNames(
        'rounded-card border p-4 shadow-card',
        isMain ? 'border-transparent bg-accent text-on-accent' : 'border-line bg-card',
      )}
    >
      <dt className="font-bold">{label}</dt>
      <dd className="tabular text-2xl font-extrabold tracking-tight md:text-3xl">{text}</dd>
      <dd className={classNames('flex items-center gap-1.5 text-sm', !isMain && 'text-ink-soft')}>
        <Icon aria-hidden="true" className="size-4 shrink-0" />
        <span>
          {comparison.kind === 'new' ? `None ${comparedWith}` : comparisonWords(comparison)}
        </span>
      </dd>
    </div>
  );
}
