import { expect, test } from '@playwright/test';

/** What is served, and with which headers (OWASP ASVS 5: 3.4, 4.1, 13.4). */
const ANSWERS: readonly (readonly [string, number, RegExp])[] = [
  ['/', 200, /^text\/html; charset=utf-8$/],
  ['/nowhere', 404, /^text\/html; charset=utf-8$/],
  ['/api/health', 200, /^application\/json$/],
  ['/api/nowhere', 404, /^application\/problem\+json$/],
  ['/manifest.webmanifest', 200, /^application\/manifest\+json$/],
  // A redirect to the path without the slash.
  ['/sign-in/', 308, /^text\/plain; charset=utf-8$/],
];

for (const [path, status, type] of ANSWERS) {
  test(`${path} has the headers of all answers`, async ({ request }) => {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.status()).toBe(status);
    const headers = answer.headers();
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
    for (const rule of [`object-src 'none'`, `base-uri 'none'`, `frame-ancestors 'none'`]) {
      expect(headers['content-security-policy']).toContain(rule);
    }
    expect(headers['content-type']).toMatch(type);
    expect(headers['x-powered-by'] ?? headers['server']).toBeUndefined();
  });
}

test('nothing is served but pages, the API and the public files', async ({ request }) => {
  const paths = [
    ...['/.git/config', '/.git/HEAD', '/.env', '/package.json', '/next.config.js', '/prisma'],
    ...['/models', '/_next', '/_next/static', '/_next/webpack-hmr', '/bin/start', '/.data/'],
    ...['/..%2fpackage.json', '/models/..%2f..%2fpackage.json', '/_next/static/..%2f..%2fBUILD_ID'],
    ...['/_next/image?url=%2Ficon.png&w=64&q=75', '/_next/image?url=https://a.example/b&w=64&q=75'],
  ];
  for (const path of paths) expect((await request.get(path)).status(), path).toBe(404);
});

test('no other site may read or call the API', async ({ request }) => {
  const origin = 'https://evil.example';
  const headers = { origin, 'access-control-request-method': 'POST' };
  const preflight = await request.fetch('/api/orders', { method: 'OPTIONS', headers });
  const read = await request.get('/api/health', { headers: { origin } });
  for (const answer of [preflight, read]) {
    const names = Object.keys(answer.headers());
    expect(names.filter((name) => name.startsWith('access-control-'))).toEqual([]);
  }
  const simple = { origin, 'content-type': 'text/plain' };
  const called = await request.post('/api/shoppers', { headers: simple, data: '{}' });
  expect(called.status()).toBe(403);
});
