import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { threeSpellings } from '@/lib/ids/spelling.fixture';
import { later, now } from '../clock';
import { claimKey, deleteKeys } from '../db/idempotency-store';
import { databasePool } from '../db/pool';
import { createTestDatabase, type TestDatabase } from '@/testing/postgres/database.fixture';
import { openInstallation } from '../keys/installation';
import { keyedHash } from '../keys/keyed-hash';
import { answerOnce, KEPT_MS } from './idempotency';
import { problemResponse } from './problem';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  Object.assign(process.env, {
    DATABASE_URL: db.url,
    NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
    TEMPLATE_KEY: randomBytes(32).toString('base64'),
  });
  await openInstallation();
});
afterAll(async () => {
  await databasePool().end();
  await db.close();
});

interface Asked {
  readonly key?: string;
  readonly body?: string;
  readonly who?: string;
  readonly path?: string;
}

/** Something that must happen once: how often it did, and an answer that tells the times apart. */
function work(status = 201) {
  const ran = { times: 0 };
  const answer = () => {
    ran.times += 1;
    const body = status === 204 ? null : `{"n": ${ran.times}, "é": "once"}`;
    return Promise.resolve(new Response(body, { status }));
  };
  const ask = async ({ key, body = '{}', who = 'ana', path = '/api/orders' }: Asked) => {
    const headers = key === undefined ? undefined : { 'idempotency-key': key };
    const request = new Request(`http://shop${path}`, { method: 'POST', headers });
    const bytes = new TextEncoder().encode(body);
    const fail = (code: Parameters<typeof problemResponse>[0]) => problemResponse(code, 'test');
    const response = await answerOnce(who, request, bytes, answer, fail);
    return { status: response.status, text: await response.text() };
  };
  return { ran, ask };
}

describe('a request with an idempotency key', () => {
  it('is answered once, and byte for byte the same for 24 hours', async () => {
    const { ran, ask } = work();
    const key = randomUUID();
    const first = await ask({ key });
    expect(first).toEqual({ status: 201, text: '{"n": 1, "é": "once"}' });
    expect(await ask({ key })).toEqual(first);
    expect(await later(KEPT_MS - 60_000, () => ask({ key }))).toEqual(first);
    expect(ran.times).toBe(1);
    expect(await later(KEPT_MS + 60_000, () => ask({ key }))).toMatchObject({
      text: '{"n": 2, "é": "once"}',
    });
  });

  it('is a conflict with another body, and does nothing', async () => {
    const { ran, ask } = work();
    const key = randomUUID();
    await ask({ key, body: '{"amount":1}' });
    const other = await ask({ key, body: '{"amount":2}' });
    expect(other.status).toBe(409);
    expect(JSON.parse(other.text)).toMatchObject({ code: 'idempotency-key-reused' });
    expect(ran.times).toBe(1);
  });

  it('means nothing for somebody else, or for something else', async () => {
    const { ran, ask } = work();
    const key = randomUUID();
    await ask({ key });
    await ask({ key, who: 'ben' });
    await ask({ key, path: '/api/me/top-ups' });
    expect(ran.times).toBe(3);
  });

  it('that comes 32 times at once is done once, and all get the same', async () => {
    const { ran, ask } = work();
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 32 }, () => ask({ key })));
    expect(ran.times).toBe(1);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });

  it('keeps refusals and empty answers too', async () => {
    for (const status of [204, 402, 409]) {
      const { ran, ask } = work(status);
      const key = randomUUID();
      expect(await ask({ key })).toEqual(await ask({ key }));
      expect(ran.times).toBe(1);
    }
  });

  it('is done again after a fault of ours', async () => {
    const { ran, ask } = work(500);
    const key = randomUUID();
    await ask({ key });
    await ask({ key });
    expect(ran.times).toBe(2);
  });

  it('is not blocked for ever by a process that died with it', async () => {
    const { ran, ask } = work();
    const key = randomUUID();
    const at = now();
    await claimKey(
      { scope: 'ana POST /api/orders', key, hash: hashOf('{}') },
      { at, answeringUntil: new Date(at.getTime() + 30_000), keptSince: new Date(0) },
    );
    expect(await later(31_000, () => ask({ key }))).toMatchObject({ status: 201 });
    expect(ran.times).toBe(1);
  });

  it.each(['', 'short', 'with space in it', 'x'.repeat(201)])('is refused as %j', async (key) => {
    const { ran, ask } = work();
    expect((await ask({ key })).status).toBe(400);
    expect(ran.times).toBe(0);
  });

  it('is the same one however the id in the path is spelled', async () => {
    const { ran, ask } = work();
    const key = randomUUID();
    const path = (id: string) => `/api/payments/${id}/cancel`;
    const [lower, upper, mixed] = threeSpellings(randomUUID());
    const first = await ask({ key, path: path(lower) });
    expect(await ask({ key, path: path(upper) })).toEqual(first);
    expect(await ask({ key, path: path(mixed.replace('-', '%2D')) })).toEqual(first);
    expect(ran.times).toBe(1);
  });

  it('keeps no hash from which a PIN could be found', async () => {
    const { ask } = work();
    const body = JSON.stringify({ pin: '246810', phone: '13900001234' });
    await ask({ key: randomUUID(), body });
    const { rows } = await databasePool().query<{ hash: Buffer }>(
      'SELECT request_hash AS hash FROM idempotency_keys',
    );
    const hashes = rows.map(({ hash }) => hash.toString('hex'));
    const plain = ['sha256', 'sha512', 'sha1', 'md5'].map((name) =>
      createHash(name).update(body).digest('hex'),
    );
    expect(hashes.filter((hash) => plain.includes(hash))).toEqual([]);
    expect(hashes).toContain(Buffer.from(hashOf(body)).toString('hex'));
  });

  it('leaves nothing behind after its time', async () => {
    const { ask } = work();
    await ask({ key: randomUUID() });
    await deleteKeys(new Date(now().getTime() + 2 * KEPT_MS), 1_000);
    const { rows } = await databasePool().query('SELECT count(*)::int AS n FROM idempotency_keys');
    expect(rows).toEqual([{ n: 0 }]);
  });
});

function hashOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(keyedHash('idempotency', text));
}
