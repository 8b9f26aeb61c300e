import 'server-only';
import {
  activityQuerySchema,
  type ActivityEntry,
  type ActivityQuery,
  type ActivityView,
} from '@/lib/api/activity';
import {
  findActivePeople,
  findActivity,
  type ActivityFilter,
  type ActivityRow,
} from '../db/activity-store';
import { done, refused, type Result } from '../result';
import { todayOf, type Trail } from './trail';

const PAGE_ENTRIES = 50;

/** A page of what happened on a day. */
export async function readActivity(
  trail: Trail,
  day: string,
  search: URLSearchParams,
): Promise<Result<ActivityView>> {
  const asked = readFilter(trail, day, search);
  if (!asked.ok) return asked;
  const { filter, query } = asked.value;
  const [rows, people] = await Promise.all([
    findActivity(filter, query.before, PAGE_ENTRIES + 1),
    findActivePeople(filter),
  ]);
  const page = rows.slice(0, PAGE_ENTRIES);
  const next = rows.length > PAGE_ENTRIES ? (page.at(-1)?.position ?? null) : null;
  return done({ day, timeZone: filter.timeZone, entries: page.map(entryOf), next, people });
}

interface Asked {
  readonly filter: ActivityFilter;
  readonly query: ActivityQuery;
}

/** A day that has not begun has no entries. */
export function readFilter(trail: Trail, day: string, search: URLSearchParams): Result<Asked> {
  const query = activityQuerySchema.safeParse(Object.fromEntries(search));
  if (!query.success) return refused('invalid-request');
  if (day > todayOf(trail)) return refused('not-found');
  const { person, kind } = query.data;
  return done({ filter: { ...trail, day, person, kind }, query: query.data });
}

function entryOf(row: ActivityRow): ActivityEntry {
  const { id, at, action, actorKind: kind, actorName: name, storeName, ticket, details } = row;
  return { id, at: at.toISOString(), action, by: { kind, name }, storeName, ticket, details };
}
