import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { PROBLEMS, problemSchema } from '@/lib/api/problems';
import { turnAwayFloods } from './turn-away.mjs';

const servers: http.Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** A server whose listener answers when it is told to. */
async function serve() {
  const held: http.ServerResponse[] = [];
  let onHeld = () => {};
  const server = http.createServer(
    turnAwayFloods((_, response) => {
      held.push(response);
      onHeld();
    }),
  );
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    held,
    /** Resolves when so many requests have reached the listener. */
    reached: (count: number) =>
      new Promise<void>((resolve) => {
        onHeld = () => void (held.length >= count && resolve());
        onHeld();
      }),
    ask: (
      path: string,
      { from = '203.0.113.7', method = 'POST', signal = undefined as AbortSignal | undefined } = {},
    ) =>
      fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        headers: { 'x-forwarded-for': from },
        ...(signal && { signal }),
      }),
    letGo: () => held.splice(0).forEach((response) => response.end('done')),
  };
}

const SIGN_IN = '/api/auth/callback/shopper';

it('serves eight sign-ins at once from one address, and turns the others away', async () => {
  const { ask, reached, letGo } = await serve();
  const first = Array.from({ length: 8 }, () => ask(SIGN_IN));
  await reached(8);
  const ninth = await ask('/api/staff/auth/callback/staff?json=1');
  expect([ninth.status, ninth.headers.get('retry-after')]).toEqual([503, '2']);
  const problem = problemSchema.parse(await ninth.json());
  expect(problem).toMatchObject({ code: 'busy', ...PROBLEMS.busy });
  letGo();
  expect((await Promise.all(first)).map(({ status }) => status)).toEqual(Array(8).fill(200));
  const later = ask(SIGN_IN);
  await reached(1);
  letGo();
  expect((await later).status).toBe(200);
});

it('counts each address alone, and nothing but what secrets are worked on for', async () => {
  const { ask, reached, letGo } = await serve();
  const asked = Array.from({ length: 8 }, () => ask('/api/shoppers'));
  await reached(8);
  for (const path of ['/api/setup', '/api/terminals/pair', '/api/shoppers?x']) {
    expect((await ask(path)).status).toBe(503);
  }
  asked.push(
    ask(SIGN_IN, { from: '203.0.113.7, 198.51.100.9' }),
    ask('/api/health', { method: 'GET' }),
    ask(SIGN_IN, { method: 'GET' }),
    ask('/api/payments/1/authorize'),
    ask('/api/orders'),
    ask('/api/terminals/me'),
  );
  await reached(14);
  letGo();
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(Array(14).fill(200));
});

it('forgets those that were cut', async () => {
  const { ask, held, reached, letGo } = await serve();
  const impatient = new AbortController();
  const cut = Array.from({ length: 8 }, () => ask(SIGN_IN, { signal: impatient.signal }));
  await reached(8);
  const closed = held.map((response) => new Promise((resolve) => response.once('close', resolve)));
  impatient.abort();
  await Promise.allSettled([...cut, ...closed]);
  held.splice(0);
  const next = ask(SIGN_IN);
  await reached(1);
  letGo();
  expect((await next).status).toBe(200);
});
