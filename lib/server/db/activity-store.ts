import type {
  ActivityKind,
  ActorKindOfEntry,
  AuditAction,
  PlatformKind,
} from '@/lib/audit/actions';
import { databasePool } from './pool';

/** Which entries of a trail. */
export interface ActivityFilter {
  readonly scopeId: string;
  /** Who is named in it. */
  readonly people: 'staff' | 'operator';
  /** `2026-11-24`, from midnight to midnight in `timeZone` (an IANA name). */
  readonly day: string;
  readonly timeZone: string;
  /** One of these people. */
  readonly person?: string | undefined;
  readonly kind?: ActivityKind | PlatformKind | undefined;
}

export interface ActivityRow {
  readonly id: string;
  readonly position: string;
  readonly at: Date;
  readonly action: AuditAction;
  readonly actorKind: ActorKindOfEntry;
  readonly actorName: string | null;
  readonly storeName: string | null;
  readonly ticket: number | null;
  readonly details: Readonly<Record<string, string>>;
}

const OF_DAY = `entry.scope_id = $1
  AND entry.at >= $2::date::timestamp AT TIME ZONE $3
  AND entry.at < ($2::date + 1)::timestamp AT TIME ZONE $3`;

/** @returns the newest first, at most `limit` of those before position `before` */
export async function findActivity(
  { scopeId, people, day, timeZone, person, kind }: ActivityFilter,
  before: string | undefined,
  limit: number,
): Promise<readonly ActivityRow[]> {
  const { rows } = await databasePool().query<ActivityRow>(
    `SELECT entry.id, entry.position, entry.at, entry.action, entry.actor_kind AS "actorKind",
            entry.actor_name AS "actorName", store.name AS "storeName", orders.ticket, entry.details
       FROM audit_entries AS entry
       LEFT JOIN stores AS store ON store.id = entry.store_id
       LEFT JOIN payments AS payment
         ON payment.id = entry.subject_id AND entry.subject_kind = 'payment'
       LEFT JOIN orders ON orders.id = coalesce(payment.order_id,
         CASE entry.subject_kind WHEN 'order' THEN entry.subject_id END)
      WHERE ${OF_DAY}
        AND ($4::uuid IS NULL OR (entry.actor_kind = $8 AND entry.actor_id = $4))
        AND ($5::text IS NULL OR starts_with(entry.action, $5 || '.'))
        AND ($6::bigint IS NULL OR entry.position < $6)
      ORDER BY entry.position DESC LIMIT $7`,
    [scopeId, day, timeZone, person ?? null, kind ?? null, before ?? null, limit, people],
  );
  return rows;
}

/** Whoever of them did something on that day, by their latest name. */
export async function findActivePeople({
  scopeId,
  people,
  day,
  timeZone,
}: ActivityFilter): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await databasePool().query<{ id: string; name: string }>(
    `SELECT * FROM (
       SELECT DISTINCT ON (entry.actor_id) entry.actor_id AS id, entry.actor_name AS name
         FROM audit_entries AS entry
        WHERE ${OF_DAY} AND entry.actor_kind = $4 AND entry.actor_name IS NOT NULL
        ORDER BY entry.actor_id, entry.position DESC) AS people
      ORDER BY name`,
    [scopeId, day, timeZone, people],
  );
  return rows;
}
