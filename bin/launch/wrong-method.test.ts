import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { problemSchema } from '@/lib/api/problems';
import { explainWrongMethod } from './wrong-method.mjs';

let server: http.Server;
afterEach(() => void server.close());

async function ask(answer: (response: http.ServerResponse) => void): Promise<Response> {
  server = http.createServer((_, response) => {
    explainWrongMethod(response);
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

it.each<[string, (response: http.ServerResponse) => void]>([
  ['ended', (response) => response.end()],
  ['ended after its head, as compression does', (response) => response.writeHead(405).end()],
])('a bare 405, %s, says what is wrong', async (_, finish) => {
  const answer = await ask((response) => {
    response.statusCode = 405;
    finish(response);
  });
  expect(answer.status).toBe(405);
  expect(problemSchema.parse(await answer.json()).code).toBe('method-not-allowed');
});

it.each([
  [405, 'text/plain', 'its own words'],
  [204, undefined, ''],
  [404, undefined, 'nothing'],
  [200, 'text/html', '<p>a page</p>'],
])('%i with %s passes as it is', async (status, type, body) => {
  const answer = await ask((response) => {
    response.statusCode = status;
    if (type !== undefined) response.setHeader('content-type', type);
    response.end(body);
  });
  expect(answer.status).toBe(status);
  expect(await answer.text()).toBe(body);
});
