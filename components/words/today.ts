import type { Comparison } from '@/lib/reports/comparison';
import type { RefusalReason, SalesWay } from '@/lib/reports/facts';

export const SALES_WAY_WORDS: Record<SalesWay, string> = {
  face: 'Smile at the counter',
  pin: 'PIN at the counter',
  phone: 'On their own phone',
};

export const REFUSAL_WORDS: Record<RefusalReason, string> = {
  face: 'Face not recognised',
  pin: 'Wrong PIN',
  wallet: 'Wallet could not pay',
};

/** `12 % more`. */
export function comparisonWords(comparison: Comparison): string {
  switch (comparison.kind) {
    case 'same':
      return 'The same';
    case 'new':
      return 'None';
    case 'more':
    case 'less':
      return `${comparison.percent.toLocaleString('en')} % ${comparison.kind}`;
    default:
      return comparison satisfies never;
  }
}

/** `Friday 27 November`. @param day `2026-11-27` */
export function dayWords(day: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00Z`));
}

/** `27 Nov`. */
export function shortDayWords(day: string): string {
  const format = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('en-GB', format).format(new Date(`${day}T00:00Z`));
}

/** `2026-11-27`, so many days later. */
export function dayLater(day: string, days: number): string {
  const date = new Date(`${day}T00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** What a day is compared with: the same weekday a week before. */
export function weekBeforeWords(day: string, today: string): string {
  const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00Z`),
  );
  return day === today ? `last ${weekday}` : `the ${weekday} before`;
}

/** `40 s`, `2 min 5 s`, `1 h 3 min`: to the second, of an hour and more to the minute. */
export function waitWords(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes >= 60) return joined([Math.floor(minutes / 60), 'h'], [minutes % 60, 'min']);
  return joined([minutes, 'min'], [seconds % 60, 's']);
}

function joined(...parts: readonly (readonly [number, string])[]): string {
  return parts.flatMap(([count, unit]) => (count === 0 ? [] : `${count} ${unit}`)).join(' ');
}

/** `12:00`. */
export function hourWords(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
