import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { request } from './request';
import { signInStaff, signOutShopper } from './session';

const realFetch = globalThis.fetch;
let server: Server;
let answer: RequestListener;
let asked: { method: string; url: string; type: string; key: string; body: string }[];

beforeEach(async () => {
  asked = [];
  server = createServer((req, res) => {
    let body = '';
    req.on('data', (chunk: Buffer) => (body += chunk.toString()));
    req.on('end', () => {
      const type = req.headers['content-type'] ?? '';
      const key = String(req.headers['idempotency-key'] ?? '');
      asked.push({ method: req.method ?? '', url: req.url ?? '', type, key, body });
      answer(req, res);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${String(port)}`;
  // A page resolves paths against its own address; Node has none.
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => realFetch(origin + path, init));
  vi.stubGlobal('window', { location: { origin } });
});

afterEach(async () => {
  vi.unstubAllGlobals();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

const say = (status: number, type: string, body: string): RequestListener => {
  return (_, res) => res.writeHead(status, { 'content-type': type }).end(body);
};

describe('request', () => {
  it('sends JSON and gives the value', async () => {
    answer = say(201, 'application/json', '{"id":"7"}');
    expect(await request('POST', '/api/orders', { a: 1 })).toEqual({
      ok: true,
      value: { id: '7' },
    });
    expect(asked).toMatchObject([
      { method: 'POST', url: '/api/orders', type: 'application/json', body: '{"a":1}' },
    ]);
  });

  it('sends a change once more with the same key when the connection broke', async () => {
    answer = (req, res) => {
      if (asked.length === 1) req.socket.destroy();
      else say(200, 'application/json', '{}')(req, res);
    };
    expect(await request('POST', '/api/orders', { a: 1 })).toMatchObject({ ok: true });
    const [first, again] = asked;
    expect(first?.key).toMatch(/^[0-9a-f-]{36}$/);
    expect(again).toEqual(first);
    await request('PUT', '/api/me/pin', {});
    expect(asked[2]?.key).not.toBe(first?.key);
  });

  it('gives up a change whose connection breaks twice, and a look after the first time', async () => {
    answer = (req) => req.socket.destroy();
    const gone = { ok: false, problem: { code: 'unavailable' } };
    expect(await request('POST', '/api/orders', {})).toMatchObject(gone);
    expect(asked).toHaveLength(2);
    expect(await request('GET', '/api/me')).toMatchObject(gone);
    expect(asked.map(({ key }) => key !== '')).toEqual([true, true, false]);
  });

  it('asks without a body or a content type when there is nothing to send', async () => {
    answer = say(200, 'application/json', '{}');
    await request('GET', '/api/me');
    expect(asked[0]).toMatchObject({ type: '', body: '' });
  });

  it('gives undefined for 204', async () => {
    answer = (_, res) => res.writeHead(204).end();
    expect(await request('PUT', '/api/me/pin', {})).toEqual({ ok: true, value: undefined });
  });

  it('gives the problem that the server names', async () => {
    const problem = {
      type: 'x',
      title: 'y',
      status: 402,
      code: 'insufficient-funds',
      requestId: 'r',
    };
    answer = say(402, 'application/problem+json', JSON.stringify(problem));
    expect(await request('GET', '/x')).toEqual({ ok: false, problem });
  });

  it.each([
    ['a page of some proxy', say(502, 'text/html', '<h1>Bad gateway</h1>')],
    ['a code nobody knows', say(418, 'application/problem+json', '{"code":"teapot"}')],
    ['half an answer', say(200, 'application/json', '{"id":')],
    ['no answer', ((req) => req.socket.destroy()) satisfies RequestListener],
  ])('calls %s unavailable', async (_, listener) => {
    answer = listener;
    expect(await request('GET', '/x')).toMatchObject({
      ok: false,
      problem: { code: 'unavailable', status: 503 },
    });
  });
});

describe('session', () => {
  const withCsrf = (status: number): RequestListener => {
    return (req, res) =>
      req.url?.endsWith('/csrf')
        ? say(200, 'application/json', '{"csrfToken":"secret"}')(req, res)
        : say(status, 'application/json', '{}')(req, res);
  };

  it('signs in with the form and the CSRF token that next-auth wants', async () => {
    answer = withCsrf(200);
    expect(await signInStaff({ email: 'lin@kpro.example', password: 'p&w' })).toBe('signed-in');
    expect(asked.map(({ url }) => url)).toEqual([
      '/api/staff/auth/csrf',
      '/api/staff/auth/callback/staff',
    ]);
    const form = new URLSearchParams(asked[1]?.body);
    // The server takes no field besides these.
    expect(Object.fromEntries(form)).toEqual({
      email: 'lin@kpro.example',
      password: 'p&w',
      csrfToken: 'secret',
    });
  });

  it.each([
    [401, 'refused'],
    [429, 'rate-limited'],
    [500, 'unavailable'],
  ])('reads %d as %s', async (status, outcome) => {
    answer = withCsrf(status);
    expect(await signInStaff({ email: 'a@b.example', password: 'x' })).toBe(outcome);
  });

  it('says so when nobody answers', async () => {
    answer = (req) => req.socket.destroy();
    expect(await signInStaff({ email: 'a@b.example', password: 'x' })).toBe('unavailable');
    expect(await signOutShopper()).toBe(false);
  });
});
