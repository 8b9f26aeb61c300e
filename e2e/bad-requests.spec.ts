import net from 'node:net';
import { expect, test } from './fixtures';

/** Sends bytes as they are. @returns all that came back until the server closed. */
function send(baseURL: string, text: string): Promise<string> {
  const { hostname, port } = new URL(baseURL);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = net.connect(Number(port), hostname, () => socket.write(text));
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}

for (const [what, head, status, code] of [
  ['TRACE', 'TRACE /api/me HTTP/1.1\r\nHost: HOST', 405, 'method-not-allowed'],
  [
    'a method that the route does not have',
    'DELETE /api/me/wallet HTTP/1.1\r\nHost: HOST\r\nConnection: close',
    405,
    'method-not-allowed',
  ],
  ['%ff in a path', 'GET /api/payments/%ff HTTP/1.1\r\nHost: HOST', 400, 'malformed-request'],
  ['a host of garbage', 'GET /sign-in HTTP/1.1\r\nHost: [[[', 400, 'malformed-request'],
  ['an empty host', 'GET / HTTP/1.1\r\nHost: ', 400, 'malformed-request'],
  [
    'an origin that is hidden',
    'POST /api/shoppers HTTP/1.1\r\nHost: HOST\r\nOrigin: null\r\nConnection: close',
    403,
    'cross-site',
  ],
] as const) {
  test(`${what} is refused`, async ({ baseURL }) => {
    const base = baseURL ?? '';
    const text = `${head.replace('HOST', new URL(base).host)}\r\n\r\n`;
    const answer = await send(base, text);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toMatch(/content-type: application\/problem\+json/i);
    expect(answer).toContain(`"code":"${code}"`);
  });
}

test('an upgrade to an unknown path is answered, and the connection ends', async ({ baseURL }) => {
  const base = baseURL ?? '';
  const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket';
  const text = `GET /nowhere HTTP/1.1\r\nHost: ${new URL(base).host}\r\n${upgrade}\r\n\r\n`;
  expect(await send(base, text)).toMatch(/^HTTP\/1.1 404 /);
});
