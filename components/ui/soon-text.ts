/**
 * `today 14:05`, `tomorrow 14:05`, or `28 Nov, 14:05` where it is further off.
 *
 * @param timeZone the reader's own unless told
 */
export function soonText(at: Date, now: Date, timeZone?: string): string {
  // The Swedish way to write a date is ISO 8601's.
  const day = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone });
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(at);
  const daysOff = (Date.parse(day.format(at)) - Date.parse(day.format(now))) / DAY_MS;
  if (daysOff === 0) return `today ${time}`;
  if (daysOff === 1) return `tomorrow ${time}`;
  const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone });
  return `${date.format(at)}, ${time}`;
}

const DAY_MS = 24 * 60 * 60 * 1000;
