import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sourcesOf } from './sources.fixture';

const sources = sourcesOf(['bin', 'lib', 'components', 'app']);

const inventory = readFileSync('docs/cryptography.md', 'utf8');

/** What node:crypto calls an algorithm that the inventory lists. */
const LISTED: Readonly<Record<string, string>> = {
  'aes-256-gcm': 'AES-256-GCM',
  'aes-256-ctr': 'AES-256-CTR',
  sha256: 'SHA-256',
};

const CALLS = /(?:create(?:Hash|Hmac|Cipheriv|Decipheriv|Sign|Verify)|hkdfSync|hash)\('([^']+)'/g;

describe('docs/cryptography.md', () => {
  it('lists every algorithm that the code calls by name', () => {
    const called = sources.flatMap(({ text }) => [...text.matchAll(CALLS)].map(([, name]) => name));
    const names = [...new Set(called)].filter((name) => name !== undefined);
    expect(names.length).toBeGreaterThan(2);
    expect(names.filter((name) => !inventory.includes(LISTED[name] ?? '(not listed)'))).toEqual([]);
  });

  it('lists every key that an installation makes', () => {
    for (const name of ['TEMPLATE_KEY', 'NEXTAUTH_SECRET', 'SMS_SECRET', 'transform', 'receipt']) {
      expect(inventory).toContain(name);
    }
  });
});

/** Spreads the next tries of a message. */
const NOT_SECRET = ['lib/server/events/dispatcher.ts'];

it('nothing that has to be secret comes from Math.random', () => {
  const users = sources
    .filter(({ file }) => /^(lib\/(server|access|device)|bin)\//.test(file))
    .filter(({ text }) => text.includes('Math.random('));
  expect(users.map(({ file }) => file)).toEqual(NOT_SECRET);
});
