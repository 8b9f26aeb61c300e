import { percentOf, ticksUpTo } from './scale';

export interface PairChartProps {
  /** What is seen, in a sentence: the picture's text alternative. */
  readonly summary: string;
  readonly bars: readonly {
    readonly label: string;
    readonly now: bigint;
    readonly before: bigint;
  }[];
  readonly legend: { readonly now: string; readonly before: string };
  /** A value of the scale as text. */
  readonly textOf: (value: bigint) => string;
}

/** Fewer bars would be as wide as doors. */
const BANDS_MIN = 8;
/** As many labels stand side by side on a phone. */
const LABELS_MAX = 12;

const NOW_LOOK = 'fill-go forced-colors:fill-[CanvasText]';
/** Hollow, so that it is told apart without its colour. */
const BEFORE_LOOK =
  'fill-none stroke-edge stroke-2 [stroke-dasharray:4_3] forced-colors:stroke-[CanvasText]';

/** Two bars side by side for each label. Widths are percentages, so that the text keeps its size. */
export function PairChart({ summary, bars, legend, textOf }: PairChartProps) {
  const max = bars.reduce((most, { now, before }) => bigger(most, bigger(now, before)), 0n);
  const ticks = ticksUpTo(max);
  const top = ticks.at(-1) ?? 0n;
  const band = 100 / Math.max(bars.length, BANDS_MIN);
  const everyLabel = Math.ceil(bars.length / LABELS_MAX);
  return (
    <div className="space-y-3">
      <div aria-hidden="true" className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        <Key look={NOW_LOOK}>{legend.now}</Key>
        <Key look={BEFORE_LOOK}>{legend.before}</Key>
      </div>
      <div className="flex gap-2 pt-2" role="img" aria-label={summary}>
        <div className="flex h-56 flex-col-reverse justify-between text-right text-sm text-ink-soft">
          {ticks.map((tick) => (
            <span key={tick.toString()} className="tabular -my-2.5 leading-5">
              {textOf(tick)}
            </span>
          ))}
        </div>
        <div className="min-w-0 grow">
          <svg width="100%" height="224" className="overflow-visible">
            {ticks.map((tick) => {
              const y = `${100 - percentOf(tick, top)}%`;
              const look = 'stroke-line forced-colors:stroke-[GrayText]';
              return <line key={tick.toString()} x1="0" x2="100%" y1={y} y2={y} className={look} />;
            })}
            {bars.map(({ label, now, before }, index) => (
              <g key={label}>
                <Bar x={(index + 0.1) * band} width={band * 0.4} part={percentOf(now, top)} isNow />
                <Bar x={(index + 0.55) * band} width={band * 0.35} part={percentOf(before, top)} />
              </g>
            ))}
          </svg>
          <div className="relative h-7 text-sm text-ink-soft">
            {bars.map(({ label }, index) => (
              <span
                key={label}
                className="tabular absolute top-2 -translate-x-1/2"
                style={{ left: `${(index + 0.5) * band}%` }}
              >
                {index % everyLabel === 0 && label}
              </span>
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

interface BarProps {
  readonly x: number;
  readonly width: number;
  /** Percent of the chart's height. */
  readonly part: number;
  readonly isNow?: boolean;
}

function Bar({ x, width, part, isNow = false }: BarProps) {
  if (part === 0) return null;
  return (
    <rect
      x={`${x}%`}
      y={`${100 - part}%`}
      width={`${width}%`}
      height={`${part}%`}
      rx="3"
      className={isNow ? NOW_LOOK : BEFORE_LOOK}
    />
  );
}

function Key({ look, children }: { readonly look: string; readonly children: string }) {
  return (
    <span className="inline-flex items-center gap-2">
      <svg width="16" height="16">
        <rect x="1" y="1" width="14" height="14" rx="3" className={look} />
      </svg>
      {children}
    </span>
  );
}

function bigger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
