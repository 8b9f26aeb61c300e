import { describe, expect, it } from 'vitest';
import { nextPath, signInAgainPath, signInPath } from './next-path';

describe('nextPath', () => {
  it.each(['/wallet', '/pay/0192?x=1', '/shop/tea-tin', '/'])('goes to %s', (path) => {
    expect(nextPath(path, '/wallet')).toBe(path);
  });

  it.each([
    null,
    undefined,
    '',
    'wallet',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/a\\..//b',
    '/ /evil.example',
    '/\t/evil.example',
  ])('does not leave the site for %j', (path) => {
    expect(nextPath(path, '/wallet')).toBe('/wallet');
  });

  it.each([signInPath, signInAgainPath])('survives the way through the address bar', (pathTo) => {
    const { searchParams } = new URL(pathTo('/pay/1?from=qr&x=1'), 'http://localhost');
    expect(nextPath(searchParams.get('next'), '/wallet')).toBe('/pay/1?from=qr&x=1');
  });
});
