import { databasePool } from './pool';
import type { Queryable } from './queryable';

/** A table whose rows carry a key of their own, wrapped by a master key. */
interface WrappedTable {
  readonly name: string;
  /** Its primary key, or another unique column, as text; in the order of the rotation. */
  readonly id: string;
  readonly type: 'uuid' | 'text';
  /** What each row's seal is bound to, before the id. */
  readonly context: string;
}

/** Every one of them, so that a rotation leaves none behind (a test compares with the database). */
export const WRAPPED_TABLES: readonly WrappedTable[] = [
  { name: 'installation_keys', id: 'name', type: 'text', context: 'installation:' },
  { name: 'face_templates', id: 'shopper_id', type: 'uuid', context: 'template:' },
  { name: 'enrolment_pictures', id: 'challenge_id', type: 'uuid', context: 'enrolment-picture:' },
  { name: 'offered_pictures', id: 'challenge_id', type: 'uuid', context: 'offered-picture:' },
  { name: 'text_messages', id: 'id', type: 'uuid', context: 'text-message:' },
  { name: 'assessments', id: 'challenge_id', type: 'uuid', context: 'assessment:' },
];

export interface WrappedRow {
  readonly id: string;
  readonly context: string;
  readonly wrappedKey: Uint8Array;
}

/** Any row that was sealed earlier; destroyed keys do not count. */
export async function findWrappedSample(db: Queryable): Promise<WrappedRow | undefined> {
  for (const table of WRAPPED_TABLES) {
    const [row] = await findWrapped(table, undefined, 1, db);
    if (row) return row;
  }
  return undefined;
}

/** The next rows after this id. */
export async function findWrapped(
  { name, id, context }: WrappedTable,
  after: string | undefined,
  limit: number,
  db: Queryable = databasePool(),
): Promise<readonly WrappedRow[]> {
  const { rows } = await db.query<{ id: string; wrappedKey: Buffer }>(
    `SELECT ${id}::text AS id, wrapped_key AS "wrappedKey" FROM ${name}
      WHERE wrapped_key <> '' ${after === undefined ? '' : `AND ${id} > $2`}
      ORDER BY ${name}.${id} LIMIT $1`,
    after === undefined ? [limit] : [limit, after],
  );
  return rows.map((row) => ({ ...row, context: `${context}${row.id}` }));
}

export interface Rewrapped {
  readonly id: string;
  readonly from: Uint8Array;
  readonly to: Uint8Array;
}

/**
 * Replaces wrapped keys, each only where it is still the one that was read: a template that was
 * enrolled anew or destroyed meanwhile stays as it is.
 *
 * @returns how many
 */
export async function replaceWrapped(
  { name, id, type }: WrappedTable,
  rows: readonly Rewrapped[],
): Promise<number> {
  const { rowCount } = await databasePool().query(
    `UPDATE ${name} SET wrapped_key = fresh.after
       FROM unnest($1::${type}[], $2::bytea[], $3::bytea[]) AS fresh (id, before, after)
      WHERE ${name}.${id} = fresh.id AND wrapped_key = fresh.before`,
    [rows.map((row) => row.id), rows.map((row) => row.from), rows.map((row) => row.to)],
  );
  return rowCount ?? 0;
}

/** How many keys of this table each master key wraps; `''` for those wrapped before keys had ids. */
export async function countByMasterKey({
  name,
}: WrappedTable): Promise<readonly { readonly keyId: string; readonly count: number }[]> {
  const { rows } = await databasePool().query<{ keyId: string; count: number }>(
    `SELECT CASE length(wrapped_key) WHEN 69 THEN encode(substring(wrapped_key FROM 2 FOR 8), 'hex')
                 ELSE '' END AS "keyId",
            count(*)::int AS count
       FROM ${name} WHERE wrapped_key <> '' GROUP BY 1`,
  );
  return rows;
}
