import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';

const FOLDER = 'docs/decisions';
const records = readdirSync(FOLDER);

it('records have numbers of their own', () => {
  const numbers = records.map((file) => file.slice(0, 4));
  expect(new Set(numbers).size).toBe(numbers.length);
});

it.each(records)('%s has the form of all records', (file) => {
  const text = readFileSync(`${FOLDER}/${file}`, 'utf8');
  expect(text).toMatch(new RegExp(`^# ${file.slice(0, 4)}\\. .+\n\nAccepted, \\w+ \\d{4}\\.`));
  const sections = [...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title);
  expect(sections.slice(0, 2)).toEqual(['Why', 'Decision']);
});
