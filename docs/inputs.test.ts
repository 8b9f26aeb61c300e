import { readdirSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { ALARM_AFTER, LIMITS as ATTEMPTS } from '@/lib/access/limits';
import { HOUR_MS, MINUTE_MS, DAY_MS, type Limit } from '@/lib/access/attempts';
import { LIMITS as AT_ONCE } from '@/lib/server/limits';
import { CURRENCY_FACTS, type CurrencyCode } from '@/lib/money/currency';
import { toDecimal } from '@/lib/money/format';
import { FORM_BYTES_MAX } from '@/lib/server/http/auth-route';
import { BODY_BYTES_MAX } from '@/lib/server/http/body';
import { LIMITS as HTTP } from '@/bin/launch/guarded-server.mjs';

const HEAD = `# Every field and every limit

Written by \`docs/inputs.test.ts\` from the code, and compared with it; \`npx vitest run --project unit docs/inputs.test.ts -u\` writes it anew. What goes beyond one field is in [limits](limits.md).`;

const REQUEST = {
  'its headers': `${HTTP.maxHeaderSize / 1024} KiB, within ${HTTP.headersTimeout / 1_000} s`,
  'its body': `${BODY_BYTES_MAX / 1024} KiB, within ${HTTP.requestTimeout / 1_000} s from its beginning`,
  'a form to sign in': `${FORM_BYTES_MAX / 1024} KiB`,
};

/** What a schema says of one field, as JSON Schema puts it (2020-12). */
interface Field {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Field;
  readonly anyOf?: readonly Field[];
  readonly oneOf?: readonly Field[];
  readonly properties?: Readonly<Record<string, Field>>;
  readonly required?: readonly string[];
}

const code = (text: unknown) => `\`${String(text).replaceAll('|', '\\|')}\``;
const between = (unit: string, min?: number, max?: number) => {
  if (max === undefined || max === Number.MAX_SAFE_INTEGER) return [];
  return [min === max ? `${max} ${unit}` : `${min ?? 0} to ${max} ${unit}`];
};

function ruleOf(field: Field): string {
  if (field.const !== undefined) return code(field.const);
  if (field.enum) return field.enum.map(code).join(', ');
  const rules = [
    ...(field.format && field.format !== 'uuid' ? [field.format] : []),
    ...between('characters', field.minLength, field.maxLength),
    ...between('', field.minimum, field.maximum).map((text) => text.trim()),
    ...between('items', field.minItems, field.maxItems),
    ...(field.format === 'uuid' ? ['UUID'] : []),
    ...(field.pattern && !field.format ? [code(field.pattern)] : []),
  ];
  return rules.length > 0 ? rules.join(', ') : (field.type ?? 'any');
}

function rowsOf(field: Field, path: string, optional: boolean): string[] {
  const choices = field.oneOf ?? field.anyOf;
  if (choices) return choices.flatMap((choice) => rowsOf(choice, path, optional));
  if (field.properties) {
    return Object.entries(field.properties).flatMap(([name, inner]) => {
      const isOptional = optional || !field.required?.includes(name);
      return rowsOf(inner, path ? `${path}.${name}` : name, isOptional);
    });
  }
  const row = `| ${code(path)} | ${optional ? 'no' : 'yes'} | ${ruleOf(field)} |`;
  return field.items ? [row, ...rowsOf(field.items, `${path}[]`, optional)] : [row];
}

/** Every schema that a module of lib/api exports, with what it takes in. */
async function schemas(): Promise<readonly (readonly [string, z.ZodType])[]> {
  const files = readdirSync('lib/api').filter((file) => /^[\w-]+\.ts$/.test(file));
  const modules = await Promise.all(
    files.map(async (file) => {
      const exported = (await import(`../lib/api/${file.slice(0, -3)}.ts`)) as Record<
        string,
        unknown
      >;
      return Object.entries(exported)
        .flatMap(([name, value]) =>
          value instanceof z.ZodType
            ? [[name, value] as const]
            : Object.entries(typeof value === 'object' && value ? value : {})
                .filter((entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType)
                .map(([inner, schema]) => [`${name}.${inner}`, schema] as const),
        )
        .map(([name, schema]) => [`${file} ${name}`, schema] as const);
    }),
  );
  return modules.flat();
}

async function fieldsPart(): Promise<string> {
  const parts = (await schemas()).map(([name, schema]) => {
    const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
    const rows = rowsOf(json as Field, '', false);
    const table = ['| Field | Needed | Rule |', '| --- | --- | --- |', ...rows].join('\n');
    return `### ${code(`lib/api/${name.replace(' ', '` `')}`)}\n\n${table}`;
  });
  return ['## Fields', ...parts].join('\n\n');
}

const UNITS = [
  [DAY_MS, 'day'],
  [HOUR_MS, 'hour'],
  [MINUTE_MS, 'minute'],
  [1_000, 'second'],
] as const;

function inWords({ attemptsMax, withinMs }: Limit): string {
  const [unitMs, name] = UNITS.find(([ms]) => withinMs % ms === 0) ?? [1, 'ms'];
  const count = withinMs / unitMs;
  const article = name === 'hour' ? 'an' : 'a';
  return `${attemptsMax} in ${count === 1 ? `${article} ${name}` : `${count} ${name}s`}`;
}

function attemptsPart(): string {
  const rows = Object.entries(ATTEMPTS).map(([kind, rule]) => {
    const text =
      rule.kind === 'windows' ? rule.limits.map(inWords).join('; ') : 'five in a row, then waiting';
    return `| ${code(kind)} | ${text} |`;
  });
  const alarms = Object.entries(ALARM_AFTER).map(
    ([kind, limit]) =>
      `| refused ${kind} at one counter, until staff are told | ${inWords(limit)} |`,
  );
  return [
    '## Attempts',
    ['| What, by whom | At most |', '| --- | --- |', ...rows, ...alarms].join('\n'),
  ].join('\n\n');
}

function numbersPart(title: string, entries: Readonly<Record<string, unknown>>): string {
  const rows = Object.entries(entries).map(
    ([name, value]) => `| ${code(name)} | ${String(value)} |`,
  );
  return `## ${title}\n\n${['| What | At most |', '| --- | --- |', ...rows].join('\n')}`;
}

function moneyPart(): string {
  const amounts = Object.entries(CURRENCY_FACTS).map(([currency, facts]) => {
    const { payment, day, newPayment, newDay, paymentMax, dayMax } = facts.faceLimits;
    const cells = [payment, day, newPayment, newDay, paymentMax, dayMax, facts.topUpMax];
    const decimals = cells.map((amount) => toDecimal(amount, currency as CurrencyCode));
    return `| ${[currency, ...decimals].join(' | ')} |`;
  });
  const head = [
    ...['Currency', 'a face pays', 'in a day', 'a new face', 'in a day'],
    ...['may be chosen', 'in a day', 'top-up'],
  ];
  const table = [`| ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length)}`, ...amounts];
  return `## Amounts\n\n${table.join('\n')}`;
}

it('docs/inputs.md says what the code does', async () => {
  const parts = [
    HEAD,
    numbersPart('A request', REQUEST),
    attemptsPart(),
    numbersPart('At once', AT_ONCE),
    moneyPart(),
    await fieldsPart(),
  ];
  const options = { ...(await resolveConfig('docs/inputs.md')), parser: 'markdown' };
  const text = await format(parts.join('\n\n'), options);
  await expect(text).toMatchFileSnapshot('inputs.md');
});
