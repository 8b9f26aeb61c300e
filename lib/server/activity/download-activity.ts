import 'server-only';
import { findActivity, type ActivityFilter, type ActivityRow } from '../db/activity-store';
import { done, type Result } from '../result';
import { activityCsv } from './csv';
import { readFilter } from './read-activity';
import type { Trail } from './trail';

const PAGE_ENTRIES = 1_000;

/** What happened on a day as a file, the newest first. */
export async function downloadActivity(
  trail: Trail,
  day: string,
  search: URLSearchParams,
): Promise<Result<Response>> {
  const asked = readFilter(trail, day, search);
  if (!asked.ok) return asked;
  const rows = await readAll(asked.value.filter);
  const headers = {
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': `attachment; filename="activity-${day}.csv"`,
    'cache-control': 'no-store',
  };
  return done(new Response(activityCsv(rows), { headers }));
}

async function readAll(filter: ActivityFilter): Promise<readonly ActivityRow[]> {
  const rows: ActivityRow[] = [];
  for (;;) {
    const page = await findActivity(filter, rows.at(-1)?.position, PAGE_ENTRIES);
    rows.push(...page);
    if (page.length < PAGE_ENTRIES) return rows;
  }
}
