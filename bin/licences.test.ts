import fs from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Locked {
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
}

/** Licences under which a package may be shipped with this app, which is MIT. */
const PERMITTED = [
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'],
  ...['Unlicense', 'CC-BY-4.0', 'OFL-1.1', 'MPL-2.0', 'EPL-2.0', 'LGPL-3.0-or-later'],
];

/** What the package's own files say where its entry says nothing, or says it in another form. */
const KNOWN: Readonly<Record<string, string>> = {
  'node_modules/seq-queue': 'MIT',
  'node_modules/usearch': 'Apache-2.0',
};

const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const shipped = Object.entries(lock.packages).filter(([name, { dev }]) => name && !dev);

describe('what ships', () => {
  it('is all under a licence that permits it', () => {
    const refused = shipped.filter(([name, { license }]) => {
      const parts = (KNOWN[name] ?? license ?? 'none').split(/ (?:AND|and|OR) /);
      return !parts.every((part) => PERMITTED.includes(part.replace(/[()]/g, '')));
    });
    expect(shipped.length).toBeGreaterThan(100);
    expect(refused.map(([name, { license }]) => `${name}: ${license ?? 'none'}`)).toEqual([]);
  });
});
