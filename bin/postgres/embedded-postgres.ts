import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import {
  prepareClusterFolder,
  readSettings,
  writeSettings,
  type ClusterFolder,
  type ClusterSettings,
} from './cluster-folder';
import { initialiseCluster } from './initialise-cluster';
import { postgresBinaries, type PostgresBinaries } from './postgres-binaries';
import { serverUser, type ServerUser } from './postgres-user';
import { livingPostmaster, type Postmaster, stopPostmaster } from './postmaster';
import { hasQuietLog, serverFlags } from './server-settings';
import { PostgresStartError, startError } from './start-error';

const HOST = '127.0.0.1';
const DATABASE = 'smile';
/** Recovery replays at most max_wal_size of log: seconds, a minute on a slow disk. */
const READY_TIMEOUT_MS = 120_000;
/** Whoever else listens on the port may accept us and then say nothing. */
const CONNECT_TIMEOUT_MS = 2_000;

export interface StartOptions {
  /** The database's files, password and log live below this folder. */
  readonly dataDir: string;
  /** Default: the port of the last start, else a free one. */
  readonly port?: number;
  readonly onProgress?: (text: string) => void;
}

export interface RunningPostgres {
  readonly url: string;
  readonly pid: number;
  /** Ends the server, also one that an earlier process had started. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that npm installed, or takes over the one that already runs on this
 * folder because its Node process was killed.
 *
 * @ensures it listens on 127.0.0.1 only, asks for a password (random, kept in the folder, because
 * any local user may open a TCP port), commits with fsync on, and outlives this process until
 * `stop()`, so that Ctrl-C does not take the database away before the last request is answered.
 * @throws PostgresStartError with a sentence for the person at the terminal
 */
export async function startPostgres(options: StartOptions): Promise<RunningPostgres> {
  const say = options.onProgress ?? (() => {});
  const user = serverUser(join(options.dataDir, 'postgres'));
  const folder = prepareClusterFolder(options.dataDir, user);
  const settings = readSettings(folder);

  const living = await usablePostmaster(folder, settings, say);
  if (living) {
    say('The database is already running.');
    return adopt(living.pid, living.port, settings, folder);
  }
  const binaries = postgresBinaries(user, folder.home);
  if (!existsSync(folder.path)) {
    say('Making a new database.');
    await initialiseCluster(binaries, user, folder, settings);
  }
  say('Starting the database.');
  const port = options.port ?? (await freePort(settings.port));
  writeSettings(folder, { ...settings, port });
  const pid = await launch(binaries, user, folder, { ...settings, port });
  return adopt(pid, port, settings, folder);
}

/** Ends one that an earlier version started with other settings. */
async function usablePostmaster(
  folder: ClusterFolder,
  settings: ClusterSettings,
  say: (text: string) => void,
): Promise<Postmaster | undefined> {
  const living = livingPostmaster(folder.path);
  if (!living) return undefined;
  const isQuiet = await hasQuietLog(urlOf(settings, living.port), CONNECT_TIMEOUT_MS);
  // One that was killed a moment ago is gone by now.
  if (isQuiet !== false) return livingPostmaster(folder.path);
  say('The database runs with the settings of an earlier version: starting it anew.');
  await stopPostmaster(living.pid);
  return undefined;
}

async function adopt(
  pid: number,
  port: number,
  settings: ClusterSettings,
  folder: ClusterFolder,
): Promise<RunningPostgres> {
  await createDatabase(urlOf(settings, port), folder);
  return { url: urlOf(settings, port, DATABASE), pid, stop: () => stopPostmaster(pid) };
}

function urlOf({ password }: ClusterSettings, port: number, database = 'postgres'): string {
  return `postgresql://smile:${password}@${HOST}:${port}/${database}`;
}

/** After a killed postmaster its last backends may hold the shared memory for a moment. */
async function launch(
  binaries: PostgresBinaries,
  user: ServerUser,
  folder: ClusterFolder,
  settings: Required<ClusterSettings>,
): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const logFile = join(folder.home, 'postgres.log');
    rmSync(logFile, { force: true });
    const child = spawnServer(binaries, user, folder, settings.port, logFile);
    const failure = await untilReady(child, folder, settings);
    if (failure === undefined) {
      child.unref();
      return child.pid ?? 0;
    }
    const log = existsSync(logFile) ? readFileSync(logFile, 'utf8') : '';
    if (/pre-existing shared memory block/.test(log) && attempt < 20) {
      await sleep(250);
      continue;
    }
    throw startError('The database does not start', new Error(log || failure), folder.home);
  }
}

/** Its own process group and a log file, no pipe: neither Ctrl-C nor our death reaches it. */
function spawnServer(
  { postgres }: PostgresBinaries,
  user: ServerUser,
  folder: ClusterFolder,
  port: number,
  logFile: string,
): ChildProcess {
  const flags = serverFlags(HOST, port);
  const log = openSync(logFile, 'a', 0o600);
  try {
    return spawn(postgres, ['-D', folder.path, ...flags], {
      ...user,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log],
    });
  } finally {
    closeSync(log);
  }
}

/** @returns undefined when the server answers, else why it never will. */
async function untilReady(
  child: ChildProcess,
  folder: ClusterFolder,
  settings: Required<ClusterSettings>,
): Promise<string | undefined> {
  let death: string | undefined;
  child.on('error', (error) => (death = error.message));
  child.on('exit', (code, signal) => (death = `it ended with ${signal ?? code}`));
  for (const until = Date.now() + READY_TIMEOUT_MS; Date.now() < until; await sleep(25)) {
    if (death !== undefined) return death;
    if (await answers(urlOf(settings, settings.port))) return undefined;
  }
  if (child.pid) await stopPostmaster(child.pid);
  return `it was not ready within ${READY_TIMEOUT_MS / 1000} s, see ${folder.home}/postgres.log`;
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function createDatabase(url: string, folder: ClusterFolder): Promise<void> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  try {
    await client.connect();
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } catch (error) {
    throw startError('The database runs but does not let us in', error, folder.home);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** @returns `preferred` when nobody listens on it, else a port that the system picks. */
async function freePort(preferred: number | undefined): Promise<number> {
  const listen = (port: number) =>
    new Promise<number | undefined>((resolve) => {
      const probe = createServer();
      probe.on('error', () => resolve(undefined));
      probe.listen(port, HOST, () => {
        const address = probe.address();
        probe.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
      });
    });
  const port = (preferred && (await listen(preferred))) || (await listen(0));
  if (port) return port;
  throw new PostgresStartError('port-in-use', `No free port on ${HOST}.`);
}
