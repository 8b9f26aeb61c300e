import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PERMISSIONS } from '@/lib/access/permissions';

/** What has no permission: next-auth's own endpoints, health, public keys, and whatever does not exist. */
const OPEN = [
  'auth/[...nextauth]',
  'staff/auth/[...nextauth]',
  'health',
  'receipt-keys',
  '[...unknown]',
];

/** The methods of every route file, with the name that its file gives to `action`. */
function routes(): readonly { readonly expected: string; readonly named: string | undefined }[] {
  const folders = readdirSync('app/api', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('route.ts'))
    .map((file) => file.replace(/\/?route\.ts$/, ''))
    .filter((folder) => !OPEN.includes(folder));
  return folders.flatMap((folder) => {
    const text = readFileSync(`app/api/${folder}/route.ts`, 'utf8');
    const path = `/api/${folder}`.replaceAll(/\[(\w+)\]/g, ':$1');
    return [
      ...text.matchAll(/export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b/g),
    ]
      .map(([, method]) => `${method} ${path}`)
      .map((expected) => ({
        expected,
        named: text.includes(`'${expected}'`) ? expected : undefined,
      }));
  });
}

describe('the permissions', () => {
  it.each(routes())('name $expected', ({ expected, named }) => {
    expect(named).toBe(expected);
    expect(PERMISSIONS).toHaveProperty([expected]);
  });

  it('name nothing that does not exist', () => {
    expect(Object.keys(PERMISSIONS).toSorted()).toEqual(
      routes()
        .map(({ expected }) => expected)
        .toSorted(),
    );
  });
});
