import type { NoticeTopic } from '@/lib/api/notices';
import { minor } from '@/lib/money/money';
import type { ChosenLimits } from '@/lib/payments/limits/face-limits';
import { ownNote } from '@/lib/audit/note';
import { addAudit } from './audit-store';
import { outboxWritten } from './outbox-signal';
import { databasePool } from './pool';
import { inTransaction } from './transaction';
import type { Queryable } from './queryable';

/** The columns of `face_limits`; SQL gives a bigint as text. */
export interface FaceLimitsRow {
  readonly perPayment: string;
  readonly perDay: string;
  readonly smallOnly: boolean;
  readonly nextPerPayment: string | null;
  readonly nextPerDay: string | null;
  readonly nextSmallOnly: boolean | null;
  readonly nextFrom: Date | null;
}

export const FACE_LIMITS_COLUMNS = `per_payment AS "perPayment", per_day AS "perDay",
  small_only AS "smallOnly", next_per_payment AS "nextPerPayment", next_per_day AS "nextPerDay",
  next_small_only AS "nextSmallOnly", next_from AS "nextFrom"`;

export function chosenLimitsOf(row: FaceLimitsRow): ChosenLimits {
  const { nextPerPayment, nextPerDay, nextSmallOnly, nextFrom } = row;
  return {
    current: limitsOf(row.perPayment, row.perDay, row.smallOnly),
    next:
      nextPerPayment !== null && nextPerDay !== null && nextSmallOnly !== null && nextFrom
        ? { limits: limitsOf(nextPerPayment, nextPerDay, nextSmallOnly), from: nextFrom }
        : null,
  };
}

/** @returns null when the shopper has chosen none */
export function findFaceLimits(shopperId: string): Promise<ChosenLimits | null> {
  return selectLimits(databasePool(), shopperId);
}

export interface LimitsChange {
  /** Null writes nothing. */
  readonly limits: ChosenLimits | null;
  /** Their owner is told. */
  readonly raises: boolean;
}

/**
 * Changes the limits as they are at this moment: changes of one shopper take turns.
 *
 * @param plan gets null when the shopper has chosen none
 * @returns what was planned
 */
export async function changeFaceLimits(
  shopperId: string,
  at: Date,
  plan: (chosen: ChosenLimits | null) => LimitsChange,
): Promise<LimitsChange> {
  const change = await inTransaction(databasePool(), async (client) => {
    await client.query('SELECT FROM shoppers WHERE id = $1 FOR NO KEY UPDATE', [shopperId]);
    const planned = plan(await selectLimits(client, shopperId));
    if (!planned.limits) return planned;
    await upsertLimits(client, shopperId, planned.limits);
    const topic: NoticeTopic = 'limits.raised';
    const messages = planned.raises ? [{ topic, payload: { shopperId } }] : [];
    await client.query('SELECT outbox_add($1, NULL, $2)', [JSON.stringify(messages), at]);
    const details = { raised: planned.raises ? 'later' : 'no' };
    await addAudit(client, 'platform', ownNote('limits.changed', shopperId, details), at);
    return planned;
  });
  outboxWritten();
  return change;
}

async function selectLimits(db: Queryable, shopperId: string): Promise<ChosenLimits | null> {
  const { rows } = await db.query<FaceLimitsRow>(
    `SELECT ${FACE_LIMITS_COLUMNS} FROM face_limits WHERE shopper_id = $1`,
    [shopperId],
  );
  const [row] = rows;
  return row ? chosenLimitsOf(row) : null;
}

async function upsertLimits(
  db: Queryable,
  shopperId: string,
  { current, next }: ChosenLimits,
): Promise<void> {
  await db.query(
    `INSERT INTO face_limits (shopper_id, per_payment, per_day, small_only,
                              next_per_payment, next_per_day, next_small_only, next_from)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (shopper_id) DO UPDATE SET
       per_payment = excluded.per_payment, per_day = excluded.per_day,
       small_only = excluded.small_only, next_per_payment = excluded.next_per_payment,
       next_per_day = excluded.next_per_day, next_small_only = excluded.next_small_only,
       next_from = excluded.next_from`,
    [
      ...[shopperId, current.perPayment, current.perDay, current.smallOnly],
      ...[next?.limits.perPayment, next?.limits.perDay, next?.limits.smallOnly, next?.from],
    ],
  );
}

function limitsOf(perPayment: string, perDay: string, smallOnly: boolean) {
  return { perPayment: minor(BigInt(perPayment)), perDay: minor(BigInt(perDay)), smallOnly };
}
