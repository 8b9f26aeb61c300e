import { expect, it } from 'vitest';
import { isCrossSite } from './cross-site';

it.each([
  ['its own page', 'POST', { origin: 'http://shop.example:3000' }, false],
  [
    'a host in capitals',
    'POST',
    { origin: 'http://shop.example:3000', host: 'Shop.example:3000' },
    false,
  ],
  ['no browser', 'POST', {}, false],
  ['another site', 'POST', { origin: 'http://evil.example' }, true],
  ['another port', 'POST', { origin: 'http://shop.example' }, true],
  ['a site that is hidden', 'POST', { origin: 'null' }, true],
  ['a file', 'POST', { origin: 'file:///tmp/x.html' }, true],
  ['garbage', 'POST', { origin: ':://x' }, true],
  ['nothing', 'POST', { origin: '' }, true],
  ['a browser that says so', 'POST', { 'sec-fetch-site': 'cross-site' }, true],
  ['a sister site', 'POST', { 'sec-fetch-site': 'same-site' }, true],
  ['a browser that says same-origin', 'POST', { 'sec-fetch-site': 'same-origin' }, false],
  ['reading', 'GET', { origin: 'http://evil.example' }, false],
] as const)('%s: %s %j is cross-site: %s', (_, method, sent, expected) => {
  const headers = new Headers({ host: 'shop.example:3000', ...sent });
  expect(isCrossSite({ method, headers })).toBe(expected);
});

it('a site that is hidden is no request without a host', () => {
  const headers = new Headers({ origin: 'null' });
  expect(isCrossSite({ method: 'POST', headers })).toBe(true);
});
