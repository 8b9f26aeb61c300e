import 'server-only';
import type { StaffActor } from '@/lib/access/actors';
import {
  activityQuerySchema,
  type ActivityEntry,
  type ActivityQuery,
  type ActivityView,
} from '@/lib/api/activity';
import { now } from '../clock';
import { dayIn } from '../day';
import {
  findActivePeople,
  findActivity,
  type ActivityFilter,
  type ActivityRow,
} from '../db/activity-store';
import { findMerchant } from '../db/merchants-store';
import { done, refused, type Result } from '../result';

const PAGE_ENTRIES = 50;

/** A page of what happened on a day of the shop. */
export async function readActivity(
  owner: StaffActor,
  day: string,
  search: URLSearchParams,
): Promise<Result<ActivityView>> {
  const asked = await readFilter(owner, day, search);
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

/** The day that it is now where the shop is. */
export async function todayOf({ merchantId }: Pick<StaffActor, 'merchantId'>): Promise<string> {
  return dayIn((await findMerchant(merchantId)).settings.timeZone, now());
}

interface Asked {
  readonly filter: ActivityFilter;
  readonly query: ActivityQuery;
}

/** A day that has not begun where the shop is has no entries. */
export async function readFilter(
  { merchantId }: StaffActor,
  day: string,
  search: URLSearchParams,
): Promise<Result<Asked>> {
  const query = activityQuerySchema.safeParse(Object.fromEntries(search));
  if (!query.success) return refused('invalid-request');
  const { timeZone } = (await findMerchant(merchantId)).settings;
  if (day > dayIn(timeZone, now())) return refused('not-found');
  const { person, kind } = query.data;
  return done({ filter: { merchantId, day, timeZone, person, kind }, query: query.data });
}

function entryOf(row: ActivityRow): ActivityEntry {
  const { id, at, action, actorKind: kind, actorName: name, storeName, ticket, details } = row;
  return { id, at: at.toISOString(), action, by: { kind, name }, storeName, ticket, details };
}
