/** One column as `<table>.<column> <type>[ NOT NULL]`, with PostgreSQL's name of the type. */
export type ColumnText = string;

export interface ModelTable {
  readonly model: string;
  readonly table: string;
  /** Prisma's client has no methods for it. */
  readonly ignored: boolean;
  readonly columns: readonly ColumnText[];
}

/** Of the types that Prisma takes without a `@db` attribute. */
const PLAIN_TYPES: Readonly<Record<string, string>> = {
  String: 'text',
  Int: 'integer',
  BigInt: 'bigint',
  Boolean: 'boolean',
  Bytes: 'bytea',
  Json: 'jsonb',
};

const NATIVE_TYPES: Readonly<Record<string, string>> = {
  Uuid: 'uuid',
  Char: 'character',
  VarChar: 'character varying',
  SmallInt: 'smallint',
  Date: 'date',
  'Timestamptz(6)': 'timestamp with time zone',
};

/**
 * Reads the models of a Prisma schema.
 *
 * @requires a schema that `prisma format` has formatted
 */
export function tablesOf(schema: string): readonly ModelTable[] {
  const blocks = [...schema.matchAll(/^(model|enum) (\w+) \{\n(.*?)^\}/gms)];
  const models = new Set(blocks.filter(([, kind]) => kind === 'model').map(([, , name]) => name));
  const enums = new Map(
    blocks
      .filter(([, kind]) => kind === 'enum')
      .map(([, , name = '', body = '']) => [name, mappedName(body) ?? name]),
  );
  return blocks
    .filter(([, kind]) => kind === 'model')
    .map(([, , model = '', body = '']) => {
      const table = mappedName(body) ?? model;
      const columns = body
        .split('\n')
        .map((line) => /^ {2}(\w+) +(\w+)(\?|\[\])? *(.*)$/.exec(line))
        .filter((field) => field !== null)
        .filter(([, , type]) => !models.has(type))
        .map(([, name = '', type = '', suffix = '', attributes = '']) => {
          const column = /@map\("(\w+)"\)/.exec(attributes)?.[1] ?? name;
          const list = suffix === '[]' ? '[]' : '';
          const notNull = suffix === '?' ? '' : ' NOT NULL';
          return `${table}.${column} ${typeOf(type, attributes, enums)}${list}${notNull}`;
        });
      return { model, table, ignored: /^ {2}@@ignore$/m.test(body), columns };
    });
}

function mappedName(body: string): string | undefined {
  return /^ {2}@@map\("(\w+)"\)$/m.exec(body)?.[1];
}

function typeOf(type: string, attributes: string, enums: ReadonlyMap<string, string>): string {
  const [, native, size = ''] = /@db\.(\w+)(\(\d+\))?/.exec(attributes) ?? [];
  if (native === undefined) return enums.get(type) ?? PLAIN_TYPES[type] ?? `unknown ${type}`;
  return NATIVE_TYPES[native + size] ?? `${NATIVE_TYPES[native] ?? `unknown ${native}`}${size}`;
}
