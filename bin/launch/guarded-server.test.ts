import type http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { PROBLEMS, type ProblemCode } from '@/lib/api/problems';
import { guardedServer, LIMITS } from './guarded-server.mjs';
import { REFUSALS } from './refusals.mjs';
import { passHotReload, upgradesForNext } from './upgrades.mjs';

const servers: http.Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** A server that answers `handled` to whatever is let through, once its body is there. */
async function listening(limits: http.ServerOptions = LIMITS): Promise<http.Server> {
  const server = guardedServer(
    undefined,
    (request, response) => {
      request.on('error', () => undefined);
      request.resume().on('end', () => response.end('handled'));
    },
    limits,
  );
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** Sends bytes as they are. @returns all that came back until the server closed. */
function send(server: http.Server, text: string): Promise<string> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve) => {
    let answer = '';
    const socket = net.connect(port, '127.0.0.1', () => socket.write(Buffer.from(text, 'latin1')));
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
  });
}

function expectProblem(answer: string, code: ProblemCode): void {
  const { status, title } = PROBLEMS[code];
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(head).toMatch(/content-type: application\/problem\+json/i);
  expect(JSON.parse(body)).toMatchObject({ status, title, code });
}

const HOST = 'Host: localhost:3000\r\n';
const LAST = 'Connection: close\r\n\r\n';

describe('what is no request for the app', () => {
  it.each([
    ['TRACE', `TRACE / HTTP/1.1\r\n${HOST}\r\n`, 'method-not-allowed'],
    ['a method of others', `PROPFIND / HTTP/1.1\r\n${HOST}\r\n`, 'method-not-allowed'],
    ['CONNECT', `CONNECT a:80 HTTP/1.1\r\n${HOST}\r\n`, 'method-not-allowed'],
    ['no method', `SMILE / HTTP/1.1\r\n${HOST}\r\n`, 'malformed-request'],
    ['bytes of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n', 'malformed-request'],
    ['percent signs without meaning', `GET /a/%ff HTTP/1.1\r\n${HOST}\r\n`, 'malformed-request'],
    ['half a percent sign', `GET /%2 HTTP/1.1\r\n${HOST}\r\n`, 'malformed-request'],
    ['no path', `GET * HTTP/1.1\r\n${HOST}\r\n`, 'malformed-request'],
    ['a whole address', `GET http://a/ HTTP/1.1\r\n${HOST}\r\n`, 'malformed-request'],
    ['an empty host', 'GET / HTTP/1.1\r\nHost: \r\n\r\n', 'malformed-request'],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', 'malformed-request'],
    ['two hosts', 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n', 'malformed-request'],
    ['a host with a path', 'GET / HTTP/1.1\r\nHost: a/b\r\n\r\n', 'malformed-request'],
    ['a host with a name', 'GET / HTTP/1.1\r\nHost: me@a\r\n\r\n', 'malformed-request'],
    ['a host of garbage', 'GET / HTTP/1.1\r\nHost: [[[\r\n\r\n', 'malformed-request'],
    ['a port of garbage', 'GET / HTTP/1.1\r\nHost: a:99999\r\n\r\n', 'malformed-request'],
    [
      'huge headers',
      `GET / HTTP/1.1\r\n${HOST}X-A: ${'a'.repeat(20_000)}\r\n\r\n`,
      'headers-too-large',
    ],
  ] as const)('%s', async (_, text, code) => {
    expectProblem(await send(await listening(), text), code);
  });

  it('is said in the words of the app', () => {
    for (const [code, refusal] of Object.entries(REFUSALS)) {
      expect(refusal).toMatchObject(PROBLEMS[code as ProblemCode]);
    }
  });
});

describe('what is let through', () => {
  it.each([
    ['a name', `GET /a%20b?c=%ff HTTP/1.1\r\n${HOST}${LAST}`],
    ['an IPv4 address', `GET / HTTP/1.1\r\nHost: 192.168.0.7:3000\r\n${LAST}`],
    ['an IPv6 address', `GET / HTTP/1.1\r\nHost: [::1]:3000\r\n${LAST}`],
    ['HTTP/1.0 without a host', 'GET / HTTP/1.0\r\n\r\n'],
    ['a body', `POST / HTTP/1.1\r\n${HOST}Content-Length: 2\r\n${LAST}{}`],
    [
      'an offer of another protocol, which is not taken up',
      `GET / HTTP/1.1\r\n${HOST}Connection: Upgrade, close\r\nUpgrade: h2c\r\n\r\n`,
    ],
  ])('%s', async (_, text) => {
    expect(await send(await listening(), text)).toMatch(/^HTTP\/1.1 200 OK[^]*handled/);
  });
});

describe('who sends slowly', () => {
  const hasty = {
    ...LIMITS,
    headersTimeout: 100,
    requestTimeout: 200,
    connectionsCheckingInterval: 20,
  };

  it.each([
    ['nothing at all', ''],
    ['half of the headers', 'GET / HTTP/1.1\r\nHost'],
    ['half of the body', `POST / HTTP/1.1\r\n${HOST}Content-Length: 9\r\n\r\n{`],
  ])('is told so and cut off: %s', async (_, text) => {
    expectProblem(await send(await listening(hasty), text), 'request-too-slow');
  });

  it('gets no second answer inside of the first', async () => {
    const server = guardedServer(undefined, (_, response) => void response.write('half'), hasty);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const answer = await send(server, `POST / HTTP/1.1\r\n${HOST}Content-Length: 9\r\n\r\n{`);
    expect(answer).toMatch(/^HTTP\/1.1 200 OK[^]*half/);
    expect(answer).not.toContain('408');
  });

  it('may take its time to read', async () => {
    const server = guardedServer(
      undefined,
      (_, response) => {
        response.write('begun, ');
        setTimeout(() => response.end('done'), 600);
      },
      hasty,
    );
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    expect(await send(server, `GET / HTTP/1.1\r\n${HOST}${LAST}`)).toMatch(/begun, [^]*done/);
  });
});

describe('in development', () => {
  const upgrade = (path: string) =>
    `GET ${path} HTTP/1.1\r\n${HOST}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`;

  it('the web socket of changed code goes to Next, all others are refused', async () => {
    const server = await listening();
    const forNext = upgradesForNext();
    passHotReload(server, forNext);
    forNext.on('upgrade', (_, socket) => socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n'));
    expect(await send(server, upgrade('/_next/hmr?id=1'))).toMatch(/^HTTP\/1.1 101 /);
    expectProblem(await send(server, upgrade('/elsewhere')), 'malformed-request');
  });
});
