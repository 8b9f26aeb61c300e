/**
 * How long someone has been waiting, in words for a glance: `just now`, `4 min`, `1 h 5 min`.
 *
 * @param since ISO 8601. A clock that is behind the server's shows `just now`.
 */
export function ageInWords(since: string, nowMs: number): string {
  const minutes = Math.max(0, Math.floor((nowMs - Date.parse(since)) / 60_000));
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}
