import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const text = readFileSync('docs/architecture.md', 'utf8');
const steps = [...text.matchAll(/^\| (\d+) .*\| `([^`]+)` +\| `(\w+)` +\|$/gm)].map(
  ([, step = '', file = '', name = '']) => ({ step, file, name }),
);

describe('docs/architecture.md', () => {
  it('walks through a payment', () => {
    expect(steps.map(({ step }) => Number(step))).toEqual(steps.map((_, i) => i + 1));
    expect(steps.length).toBeGreaterThan(15);
  });

  it.each(steps)('step $step: $file has $name', ({ file, name }) => {
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`\\b${name}\\b`));
  });

  it('names no file that does not exist', () => {
    const named = [...text.matchAll(/`((?:lib|components|app|models)\/[\w/.-]+\.\w+)`/g)];
    const missing = named.flatMap(([, file = '']) => (existsSync(file) ? [] : [file]));
    expect(missing).toEqual([]);
  });
});
