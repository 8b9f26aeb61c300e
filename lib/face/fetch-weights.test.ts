import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { WEIGHTS } from '@/models/weights';
import { fetchWeights, WeightsMissingError } from './fetch-weights';
import type { WeightProgress } from './protocol';

const DETECTOR = WEIGHTS.find(({ name }) => name === 'detector');
const whole = Buffer.alloc(DETECTOR?.bytes ?? 0, 7);
let server: Server | undefined;

/** A server that answers the detector's address with this. */
async function serving(status: number, body: Buffer): Promise<string> {
  server = createServer(({ url }, response) => {
    response.writeHead(url === DETECTOR?.url ? status : 404).end(body);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  server?.close();
});

describe('fetchWeights', () => {
  it('fetches the whole file and tells how far it is', async () => {
    const told: WeightProgress[] = [];
    const origin = await serving(200, whole);
    const bytes = await fetchWeights('detector', origin, (progress) => told.push(progress));
    expect(Buffer.from(bytes).equals(whole)).toBe(true);
    const loaded = told.map(({ loadedBytes }) => loadedBytes);
    expect(loaded).toEqual([...loaded].sort((a, b) => a - b));
    expect(told.at(-1)).toEqual({
      name: 'detector',
      loadedBytes: whole.length,
      totalBytes: whole.length,
    });
  });

  it.each([
    ['is not there', 404, Buffer.from('not found')],
    ['is cut short', 200, whole.subarray(1)],
    ['is too long', 200, Buffer.concat([whole, Buffer.from('x')])],
    ['is empty', 200, Buffer.alloc(0)],
  ])('refuses a file that %s', async (_, status, body) => {
    const origin = await serving(status, body);
    const fetching = fetchWeights('detector', origin, () => undefined);
    await expect(fetching).rejects.toThrow(WeightsMissingError);
  });

  it('says so when nobody answers', async () => {
    const origin = await serving(200, whole);
    server?.close();
    server?.closeAllConnections();
    const fetching = fetchWeights('detector', origin, () => undefined);
    await expect(fetching).rejects.toThrow(/no answer/);
  });
});
