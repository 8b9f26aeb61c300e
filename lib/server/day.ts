/**
 * The day that it is somewhere.
 *
 * @param timeZone an IANA name
 * @returns `2026-11-24`
 */
export function dayIn(timeZone: string, at: Date): string {
  // The Swedish way to write a date is ISO 8601's.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
}
