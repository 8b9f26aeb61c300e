import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from './fingerprint';

const sources = ['app', 'lib', 'prisma/schema.prisma', 'package-lock.json'];
let root: string;
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'smile-sources-'));
  write('app/page.tsx', 'page');
  write('package-lock.json', '{}');
});
afterEach(() => fs.rmSync(root, { recursive: true }));

function write(name: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  fs.writeFileSync(path.join(root, name), text);
}

describe('fingerprint', () => {
  it.each([
    ['a page', 'app/page.tsx', 'other page'],
    ['a dependency', 'package-lock.json', '{"a":1}'],
    ['a new file, deep down', 'lib/money/new.ts', ''],
    ['the schema', 'prisma/schema.prisma', 'model A {}'],
  ])('changes with %s', (_, name, text) => {
    const before = fingerprint(root, sources);
    write(name, text);
    expect(fingerprint(root, sources)).not.toBe(before);
  });

  it('changes when a file is renamed or its text moves to another', () => {
    const before = fingerprint(root, sources);
    fs.renameSync(path.join(root, 'app/page.tsx'), path.join(root, 'app/p.tsx'));
    expect(fingerprint(root, sources)).not.toBe(before);
  });

  it('stays when a file is touched, and when only tests, data or docs change', () => {
    const before = fingerprint(root, sources);
    fs.utimesSync(path.join(root, 'app/page.tsx'), 1, 1);
    write('lib/money/money.test.ts', 'test');
    write('.data/pg', 'rows');
    write('README.md', 'words');
    expect(fingerprint(root, sources)).toBe(before);
  });
});
