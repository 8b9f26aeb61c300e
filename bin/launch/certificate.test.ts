import { X509Certificate } from 'node:crypto';
import fs from 'node:fs';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Certificate, certificateFor } from './certificate';

let dataDir: string;
beforeEach(() => (dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'smile-tls-'))));
afterEach(() => fs.rmSync(dataDir, { recursive: true }));

const now = new Date('2026-11-22T12:00:00Z');
const make = (addresses: string[], at = now) => certificateFor(addresses, dataDir, at);
const read = ({ certFile }: Certificate) => new X509Certificate(fs.readFileSync(certFile));

describe('certificateFor', () => {
  it('names this machine by every address that a phone may use', async () => {
    const certificate = read(await make(['192.168.1.20']));
    expect(certificate.checkHost('localhost')).toBe('localhost');
    expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(certificate.checkIP('192.168.1.20')).toBe('192.168.1.20');
    expect(certificate.checkIP('192.168.1.21')).toBeUndefined();
    expect(Date.parse(certificate.validTo) - now.getTime()).toBeLessThan(825 * 86_400_000);
  });

  it('keeps it while it serves, so that a phone asks once', async () => {
    const first = read(await make(['192.168.1.20']));
    const later = new Date(now.getTime() + 300 * 86_400_000);
    expect(read(await make(['192.168.1.20'], later)).fingerprint256).toBe(first.fingerprint256);
  });

  it('makes a new one for a new address or when the old one is about to end', async () => {
    const first = read(await make(['192.168.1.20']));
    const moved = read(await make(['10.0.0.4']));
    const nearlyOver = new Date(now.getTime() + 360 * 86_400_000);
    const renewed = read(await make(['10.0.0.4'], nearlyOver));
    expect(new Set([first, moved, renewed].map((each) => each.fingerprint256)).size).toBe(3);
  });

  it('serves TLS that a client trusting it accepts', async () => {
    const { keyFile, certFile } = await certificateFor([], dataDir, new Date());
    const [key, cert] = [fs.readFileSync(keyFile), fs.readFileSync(certFile)];
    const server = https.createServer({ key, cert }, (_, response) => response.end('hello'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const status = await new Promise((resolve, reject) => {
      https
        .get({ host: '127.0.0.1', port, ca: cert }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
        .on('error', reject);
    });
    server.close();
    expect(status).toBe(200);
  });
});
