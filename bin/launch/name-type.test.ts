import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { nameType } from './name-type.mjs';

let server: http.Server | undefined;
afterEach(() => void server?.close());

async function typeOf(answer: http.RequestListener): Promise<string | null> {
  const listening = http.createServer((request, response) => {
    nameType(response);
    answer(request, response);
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const { port } = listening.address() as AddressInfo;
  const { headers } = await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' });
  return headers.get('content-type');
}

it.each<[string, http.RequestListener, string | null]>([
  [
    'a redirect without a type says that it is text',
    (_, response) => {
      response.statusCode = 308;
      response.setHeader('location', '/there');
      response.end('/there');
    },
    'text/plain; charset=utf-8',
  ],
  [
    'one with a type keeps it',
    (_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.writeHead(307).end('<p>There</p>');
    },
    'text/html; charset=utf-8',
  ],
  ['"not modified" has no body', (_, response) => void response.writeHead(304).end(), null],
  [
    'what is no redirect is left as it is',
    (_, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{}'),
    'application/json',
  ],
])('%s', async (_, answer, type) => {
  expect(await typeOf(answer)).toBe(type);
});
