import fs from 'node:fs';
import type http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { certificateFor } from './certificate';
import { guardedServer, LIMITS } from './guarded-server.mjs';
import { secureHeaders } from './secure-headers.mjs';

const HEADERS = secureHeaders({ NEXTAUTH_URL: 'https://shop.example' });
const HOST = 'Host: localhost\r\n';

const servers: http.Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function listening(certificate?: { key: Buffer; cert: Buffer }): Promise<number> {
  const server = guardedServer(
    certificate,
    (request, response) => void request.resume().on('end', () => response.end('handled')),
    LIMITS,
    HEADERS,
  );
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** @returns all that came back until the server closed. */
function send(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = net.connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
  });
}

describe('every answer has the headers of all answers', () => {
  it.each([
    ['one that the app gives', `GET / HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`, 200],
    ['a method that is not offered', `TRACE / HTTP/1.1\r\n${HOST}\r\n`, 405],
    ['a proxy that is asked for', `CONNECT a:80 HTTP/1.1\r\n${HOST}\r\n`, 405],
    ['what is no HTTP', 'smile\r\n\r\n', 400],
    ['huge headers', `GET / HTTP/1.1\r\n${HOST}X-A: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ])('%s', async (_, text, status) => {
    const answer = await send(await listening(), text);
    expect(answer).toContain(`HTTP/1.1 ${String(status)} `);
    for (const [name, value] of Object.entries(HEADERS)) {
      expect(answer.toLowerCase()).toContain(`${name}: ${value}`.toLowerCase());
    }
  });
});

describe('where one message ends and the next begins (RFC 9112, 6.3)', () => {
  const hidden = `GET /hidden HTTP/1.1\r\n${HOST}\r\n`;
  it.each([
    ['both a length and chunks', 'Content-Length: 4\r\nTransfer-Encoding: chunked', '0\r\n\r\n'],
    ['two lengths', 'Content-Length: 0\r\nContent-Length: 5', ''],
    ['a length with a sign', 'Content-Length: +0', ''],
    ['another encoding than chunks', 'Transfer-Encoding: chunked, identity', '0\r\n\r\n'],
    ['a space before the colon', 'Transfer-Encoding : chunked', '0\r\n\r\n'],
    ['a chunk of no length', 'Transfer-Encoding: chunked', 'x\r\n\r\n'],
  ])('%s is refused, and nothing after it is read', async (_, headers, body) => {
    const text = `POST / HTTP/1.1\r\n${HOST}${headers}\r\n\r\n${body}${hidden}`;
    const answer = await send(await listening(), text);
    expect(answer).toMatch(/^HTTP\/1.1 400 /);
    expect(answer).not.toContain('handled');
  });
});

describe('TLS', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'smile-tls-'));
  async function handshake(options: tls.ConnectionOptions): Promise<string | null> {
    const { keyFile, certFile } = await certificateFor([], folder, new Date());
    const port = await listening({
      key: fs.readFileSync(keyFile),
      cert: fs.readFileSync(certFile),
    });
    const trusted = { host: '127.0.0.1', port, ca: fs.readFileSync(certFile) };
    return new Promise((resolve, reject) => {
      const socket = tls.connect({ ...trusted, ...options }, () => {
        const version = socket.getProtocol();
        socket.destroy();
        resolve(version);
      });
      socket.on('error', reject);
    });
  }

  it('is 1.3 where the client can, else 1.2', async () => {
    expect(await handshake({})).toBe('TLSv1.3');
    expect(await handshake({ maxVersion: 'TLSv1.2' })).toBe('TLSv1.2');
  });

  it.each<[string, tls.ConnectionOptions]>([
    ['TLS 1.1', { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' }],
    ['CBC', { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA256' }],
    ['a cipher that only hashes', { maxVersion: 'TLSv1.2', ciphers: 'NULL:@SECLEVEL=0' }],
  ])('%s is refused', async (_, options) => {
    await expect(handshake(options)).rejects.toThrow();
  });
});
