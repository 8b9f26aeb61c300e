import type { Queryable } from '@/lib/server/db/queryable';
import { hasFloatsOfFace, hasNumbersOfFace, secretsIn, type Secret } from './search';

/** Where a whole phone number belongs. */
const PHONE_COLUMNS = ['shoppers.phone'];

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

/** @returns the columns in which a secret or the numbers of a face stand, each with what was found */
export async function secretsInDatabase(
  db: Queryable,
  secrets: readonly Secret[],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const column of await columnsOf(db)) {
    const name = `${column.table}.${column.column}`;
    const { rows } = await db.query<{ value: string | Uint8Array }>(
      `SELECT DISTINCT ${column.type === 'bytea' ? '' : 'to_json'}("${column.column}")${
        column.type === 'bytea' ? '' : '::text'
      } AS value FROM "${column.table}" WHERE "${column.column}" IS NOT NULL`,
    );
    const kinds = new Set(rows.flatMap(({ value }) => kindsIn(value, secrets)));
    if (PHONE_COLUMNS.includes(name)) kinds.delete('phone');
    found.push(...[...kinds].map((kind) => `${kind} in ${name}`));
  }
  return found;
}

function kindsIn(value: string | Uint8Array, secrets: readonly Secret[]): readonly string[] {
  const text = typeof value === 'string' ? value : Buffer.from(value).toString('latin1');
  const isFace = typeof value === 'string' ? hasNumbersOfFace(value) : hasFloatsOfFace(value);
  return [...secretsIn(text, secrets), ...(isFace ? ['face'] : [])];
}

/** Times, numbers and ids are not looked through: six digits stand in many of them by chance. */
async function columnsOf(db: Queryable): Promise<readonly Column[]> {
  const { rows } = await db.query<Column>(
    `SELECT c.table_name AS table, c.column_name AS column, c.udt_name AS type
       FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
        AND c.udt_name = ANY ('{text,varchar,bpchar,json,jsonb,bytea,_text,_float4,_float8}')
      ORDER BY 1, 2`,
  );
  return rows;
}
