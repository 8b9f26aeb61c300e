import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
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
