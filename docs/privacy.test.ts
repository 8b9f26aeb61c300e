import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('says of every table what it holds of people', () => {
  const schema = readFileSync('prisma/schema.prisma', 'utf8');
  const tables = [...schema.matchAll(/^model [^}]+?@@map\("(\w+)"\)\n/gms)].map(
    ([, name = '']) => name,
  );
  expect(tables.length).toBeGreaterThan(25);
  const text = readFileSync('docs/privacy.md', 'utf8');
  expect(tables.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});
