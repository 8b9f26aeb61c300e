import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startPostgres, type RunningPostgres } from './embedded-postgres';
import { postgresBinaries } from './postgres-binaries';
import { serverUser } from './postgres-user';
import { livingPostmaster } from './postmaster';

let dataDir: string;
let running: RunningPostgres[];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'smile-postgres-'));
  running = [];
});
afterEach(async () => {
  for (const server of running) await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(): Promise<RunningPostgres> {
  const server = await startPostgres({ dataDir });
  running.push(server);
  return server;
}

async function ask<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Starts the database from another process, as bin/start does, and kills that with -9. */
async function startAndKill(): Promise<void> {
  const starter = join(import.meta.dirname, 'embedded-postgres.ts');
  const script = `import(${JSON.stringify(starter)})
    .then(({ startPostgres }) => startPostgres({ dataDir: ${JSON.stringify(dataDir)} }))
    .then(() => process.kill(process.pid, 'SIGKILL'))`;
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', script], { stdio: 'inherit' });
  const signal = await new Promise((resolve) => child.on('exit', (_, by) => resolve(by)));
  expect(signal).toBe('SIGKILL');
}

const PHONE = '+8613812345678';

/** An error whose details hold a phone number, as a sign-up with a taken one makes it. */
async function violate(url: string): Promise<void> {
  const insert = `INSERT INTO people VALUES ('${PHONE}'), ('${PHONE}')`;
  await expect(ask(url, insert)).rejects.toThrow(/duplicate key/);
}

/** The server as an earlier version left it running: without the settings of its log. */
function startAsBefore(port: number): number {
  const folder = join(dataDir, 'postgres');
  const user = serverUser(folder);
  const { postgres } = postgresBinaries(user, dataDir);
  const where = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories='];
  const flags = where.flatMap((setting) => ['-c', setting]);
  const child = spawn(postgres, ['-D', folder, ...flags], { ...user, cwd: '/', stdio: 'ignore' });
  return child.pid ?? 0;
}

describe('startPostgres', () => {
  it('makes a database that is durable, closed to others, and there again after a stop', async () => {
    const first = await start();
    await ask(first.url, 'CREATE TABLE kept (id int)');
    const [settings] = await ask<Record<string, string>>(
      first.url,
      `SELECT current_setting('fsync') AS fsync, current_setting('listen_addresses') AS host,
              current_setting('unix_socket_directories') AS sockets,
              current_setting('full_page_writes') AS pages`,
    );
    expect(settings).toEqual({ fsync: 'on', pages: 'on', host: '127.0.0.1', sockets: '' });
    await expect(ask(first.url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(
      /password/,
    );
    expect(statSync(join(dataDir, 'postgres.json')).mode & 0o077).toBe(0);

    await first.stop();
    await first.stop();
    expect(livingPostmaster(join(dataDir, 'postgres'))).toBeUndefined();
    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, 'SELECT * FROM kept')).toEqual([]);
  });

  it('takes over the server of a killed process', async () => {
    await startAndKill();
    const living = livingPostmaster(join(dataDir, 'postgres'));
    expect(living).toBeDefined();
    const server = await start();
    expect(server.pid).toBe(living?.pid);
    expect(await ask(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.stop();
    expect(livingPostmaster(join(dataDir, 'postgres'))).toBeUndefined();
  });

  it('keeps phone numbers out of its log, also on a cluster that an earlier version started', async () => {
    const first = await start();
    await ask(first.url, 'CREATE TABLE people (phone text PRIMARY KEY)');
    await violate(first.url);
    const log = () => readFileSync(join(dataDir, 'postgres.log'), 'utf8');
    expect(log()).toContain('duplicate key value');
    expect(log()).not.toContain(PHONE);
    await first.stop();

    const earlier = startAsBefore(Number(new URL(first.url).port));
    await vi.waitFor(() => ask(first.url, 'SELECT 1'), { timeout: 20_000, interval: 50 });
    const second = await start();
    expect(second.pid).not.toBe(earlier);
    await violate(second.url);
    expect(log()).toContain('duplicate key value');
    expect(log()).not.toContain(PHONE);
  });

  it('recovers what was committed when the server itself is killed', async () => {
    const first = await start();
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    process.kill(first.pid, 'SIGKILL');
    const second = await start();
    expect(second.pid).not.toBe(first.pid);
    expect(await ask(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('is not stopped by a pid file whose number went to another process', async () => {
    const first = await start();
    await first.stop();
    const file = join(dataDir, 'postgres', 'postmaster.pid');
    writeFileSync(file, `${process.pid}\n${dataDir}\n0\n5432\n`);
    const second = await start();
    expect(second.pid).not.toBe(process.pid);
  });

  it('begins anew when the first start was killed half-way', async () => {
    mkdirSync(join(dataDir, 'postgres.new', 'base'), { recursive: true });
    const server = await start();
    expect(await ask(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('moves to another port when its own was taken meanwhile', async () => {
    const first = await start();
    const port = Number(new URL(first.url).port);
    await first.stop();
    const squatter = createServer().listen(port, '127.0.0.1');
    try {
      const second = await start();
      expect(new URL(second.url).port).not.toBe(String(port));
    } finally {
      squatter.close();
    }
  });

  it('says in one sentence why it cannot', async () => {
    writeFileSync(join(dataDir, 'file'), '');
    await expect(startPostgres({ dataDir: join(dataDir, 'file', 'data') })).rejects.toMatchObject({
      code: 'unwritable',
      message: expect.stringMatching(
        /^Cannot write to .*: choose another data folder\.$/,
      ) as string,
    });

    const squatter = createServer().listen(0, '127.0.0.1');
    await sleep(10);
    const address = squatter.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expect(startPostgres({ dataDir, port })).rejects.toMatchObject({ code: 'port-in-use' });
    squatter.close();

    const settings = join(dataDir, 'postgres.json');
    const good = readFileSync(settings, 'utf8');
    const server = await start();
    writeFileSync(settings, good.replace(/"password":"[^"]+"/, '"password":"another"'));
    await expect(startPostgres({ dataDir })).rejects.toMatchObject({ code: 'start-failed' });
    expect(await ask(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});
