import type { ActivityRow } from '../db/activity-store';

const ACTIVITY_HEADER = ['time', 'action', 'by', 'name', 'store', 'order', 'details', 'position'];

/** Entries of the audit trail as RFC 4180 has it. */
export function activityCsv(rows: readonly ActivityRow[]): string {
  const lines = rows.map(({ at, action, actorKind, actorName, storeName, ticket, ...row }) => [
    ...[at.toISOString(), action, actorKind, actorName ?? '', storeName ?? ''],
    ...[ticket?.toString() ?? '', wordsOf(row.details), row.position],
  ]);
  return [ACTIVITY_HEADER, ...lines]
    .map((fields) => `${fields.map(textField).join(',')}\r\n`)
    .join('');
}

function wordsOf(details: ActivityRow['details']): string {
  return Object.entries(details)
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');
}

/** People choose names: an apostrophe keeps a spreadsheet from running one as a formula (OWASP). */
function textField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
