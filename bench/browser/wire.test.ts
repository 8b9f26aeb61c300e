import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '@/e2e/launch';
import { openWire, type Wire } from './wire';

let app: http.Server;
let wire: Wire;
beforeEach(async () => {
  app = http.createServer((request, response) => response.end(`you asked for ${request.url}`));
  await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
  wire = await openWire((app.address() as AddressInfo).port, await freePort());
});
afterEach(() => {
  wire.close();
  app.closeAllConnections();
  app.close();
});

describe('openWire', () => {
  it('passes everything on and counts what comes down, headers too', async () => {
    expect(wire.bytes()).toBe(0);
    const answer = await fetch(`${wire.url}/one`);
    const body = await answer.text();
    expect(body).toBe('you asked for /one');
    expect(wire.bytes()).toBeGreaterThan(body.length + 'HTTP/1.1 200 OK'.length);
  });

  it('knows how much had come when something was asked for', async () => {
    await (await fetch(`${wire.url}/one`)).text();
    const afterOne = wire.bytes();
    await (await fetch(`${wire.url}/two`)).text();
    expect(wire.bytesBefore('/one')).toBe(0);
    expect(wire.bytesBefore('/two')).toBe(afterOne);
    expect(wire.bytesBefore('/three')).toBeUndefined();
  });
});
