import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import packageJson from '@/package.json';

const text = readFileSync('docs/asvs.md', 'utf8');

it('names files and commands that exist', () => {
  const files = [...text.matchAll(/`((?:lib|app|e2e|docs|components|bin)\/[^`]+)`/g)].map(
    ([, file = '']) => file,
  );
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
  const scripts = [...text.matchAll(/`npm run ([\w:]+)`/g)].map(([, name = '']) => name);
  expect(scripts.filter((name) => !(name in packageJson.scripts))).toEqual([]);
});

/** How many requirements of levels 1 and 2 each section of ASVS 5.0 has: always the first ones. */
const SECTIONS: Readonly<Record<string, readonly (readonly [section: number, last: number])[]>> = {
  1: [
    [1, 2],
    [2, 9],
    [3, 11],
    [4, 3],
    [5, 2],
  ],
  2: [
    [1, 3],
    [2, 3],
    [3, 4],
    [4, 1],
  ],
  3: [
    [2, 2],
    [3, 4],
    [4, 6],
    [5, 5],
    [7, 2],
  ],
  4: [
    [1, 3],
    [2, 1],
    [3, 2],
    [4, 4],
  ],
  5: [
    [1, 1],
    [2, 3],
    [3, 2],
    [4, 3],
  ],
  6: [
    [1, 3],
    [2, 12],
    [3, 4],
    [4, 4],
    [5, 5],
    [6, 3],
    [8, 4],
  ],
  7: [
    [1, 3],
    [2, 4],
    [3, 2],
    [4, 5],
    [5, 2],
    [6, 2],
  ],
  8: [
    [1, 2],
    [2, 3],
    [3, 1],
    [4, 1],
  ],
  9: [
    [1, 3],
    [2, 4],
  ],
  11: [
    [1, 2],
    [2, 3],
    [3, 3],
    [4, 4],
    [5, 1],
    [6, 1],
  ],
  12: [
    [1, 3],
    [2, 2],
    [3, 4],
  ],
  13: [
    [1, 1],
    [2, 5],
    [3, 2],
    [4, 5],
  ],
  14: [
    [1, 2],
    [2, 4],
    [3, 3],
  ],
  15: [
    [1, 3],
    [2, 3],
    [3, 7],
  ],
  16: [
    [1, 1],
    [2, 5],
    [3, 4],
    [4, 3],
    [5, 3],
  ],
};

const rows = [...text.matchAll(/^\| (\d+\.[^|]*?) *\| (\S+) *\|/gm)].map(
  ([, requirement = '', met = '']) => ({ requirement, met }),
);

/** The numbers that a row begins with: `1.2.6 to 1.2.8`, `3.3.1, 3.3.3`, or a whole section. */
function numbersOf(requirement: string): string[] {
  const named = /^(?:\d+(?:\.\d+){1,2}(?:, | to | |$))+/.exec(requirement)?.[0] ?? '';
  return named.split(', ').flatMap((part) => {
    const [first = '', last] = part.trim().split(' to ');
    if (last === undefined) return [first];
    const section = first.split('.').slice(0, 2).join('.');
    const [from = 0, to = 0] = [first, last].map((number) => Number(number.split('.')[2]));
    return Array.from({ length: to - from + 1 }, (_, i) => `${section}.${String(from + i)}`);
  });
}

const named = new Set(rows.flatMap(({ requirement }) => numbersOf(requirement)));

describe.each(Object.entries(SECTIONS))('V%s', (chapter, sections) => {
  it('has every requirement in a row', () => {
    const numbers = sections.flatMap(([section, last]) =>
      Array.from({ length: last }, (_, i) => `${chapter}.${String(section)}.${String(i + 1)}`),
    );
    const inNoRow = numbers.filter(
      (number) => !named.has(number) && !named.has(number.split('.').slice(0, 2).join('.')),
    );
    expect(inNoRow).toEqual([]);
  });
});

it('says of every row how far it is met', () => {
  expect(rows.filter(({ met }) => !['yes', 'part', 'no', 'n/a'].includes(met))).toEqual([]);
});
