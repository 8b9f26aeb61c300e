import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { stateAddress } from './state-address.mjs';

/** What a server behind `stateAddress` is told of a request. */
async function headersSeen(sent: http.OutgoingHttpHeaders, from: string) {
  const server = http.createServer((request, response) => {
    stateAddress(request);
    response.end(JSON.stringify(request.headers));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await new Promise<http.IncomingHttpHeaders>((resolve, reject) => {
      const options = { port, host: '127.0.0.1', localAddress: from, headers: sent };
      http
        .get(options, (response) => {
          let text = '';
          response.on('data', (chunk: Buffer) => (text += chunk.toString()));
          response.on('end', () => resolve(JSON.parse(text) as http.IncomingHttpHeaders));
        })
        .on('error', reject);
    });
  } finally {
    server.close();
  }
}

const FORGED = {
  'X-Forwarded-For': '203.0.113.7',
  'x-forwarded-host': 'evil.example',
  'X-Real-IP': '203.0.113.7',
  Forwarded: 'for=203.0.113.7',
};

it('a request is from where its socket is from, whatever it claims', async () => {
  const seen = await headersSeen({ ...FORGED, 'x-shop': 'kept' }, '127.0.0.1');
  expect(seen).toMatchObject({ 'x-forwarded-for': '127.0.0.1', 'x-shop': 'kept' });
  expect(Object.keys(seen)).not.toContain('x-forwarded-host');
  expect(JSON.stringify(seen)).not.toContain('203.0.113.7');
});
