import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { canEnter, type ServerUser } from './postgres-user';
import { PostgresStartError, explainDiskError } from './start-error';

/** A fresh cluster takes 40 MB, its write-ahead log up to 1 GB under load. */
const FREE_BYTES_MIN = 200 * 2 ** 20;

/** Where root's databases go when `nobody` may not enter the folder that was asked for. */
const SHARED_ROOT = '/var/lib/smile-to-pay';

export interface ClusterFolder {
  /** PostgreSQL's own files. */
  readonly path: string;
  /** Beside it: the log, the settings, a copy of the programs if one is needed. */
  readonly home: string;
}

/** What must be the same at the next start. Readable by the owner alone. */
export interface ClusterSettings {
  readonly password: string;
  readonly port?: number;
}

/**
 * Makes sure of a folder that the server's user can work in.
 *
 * @throws PostgresStartError `unwritable` or `disk-full`
 */
export function prepareClusterFolder(dataDir: string, user: ServerUser): ClusterFolder {
  const asked = resolve(dataDir);
  try {
    mkdirSync(asked, { recursive: true });
    accessSync(asked, constants.W_OK);
    const home = letIn(user, asked) ? asked : sharedHome(asked);
    checkSpace(home);
    return { path: join(home, 'postgres'), home };
  } catch (error) {
    throw explainDiskError(error, asked);
  }
}

export function readSettings({ home }: ClusterFolder): ClusterSettings {
  const file = join(home, 'postgres.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as ClusterSettings;
  const settings = { password: randomBytes(24).toString('base64url') };
  writeSettings({ home }, settings);
  return settings;
}

export function writeSettings({ home }: Pick<ClusterFolder, 'home'>, s: ClusterSettings): void {
  writeFileSync(join(home, 'postgres.json'), `${JSON.stringify(s)}\n`, { mode: 0o600 });
}

/**
 * The folder is ours, so we may let others pass through it (what is secret in it is closed by
 * itself); the folders above it, `/root` for one, are not.
 */
function letIn(user: ServerUser, asked: string): boolean {
  if (canEnter(user, asked)) return true;
  if (!canEnter(user, dirname(asked))) return false;
  chmodSync(asked, statSync(asked).mode | 0o011);
  return canEnter(user, asked);
}

/** The name tells the place apart from other checkouts; a note in the asked folder points to it. */
function sharedHome(asked: string): string {
  const name = createHash('sha256').update(asked).digest('hex').slice(0, 12);
  const home = join(SHARED_ROOT, name);
  mkdirSync(home, { recursive: true });
  chmodSync(home, 0o711);
  writeFileSync(join(asked, 'DATABASE-IS-ELSEWHERE.txt'), `${home}\n`);
  return home;
}

function checkSpace(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  const freeBytes = bavail * bsize;
  if (freeBytes >= FREE_BYTES_MIN) return;
  const freeMb = Math.floor(freeBytes / 2 ** 20);
  throw new PostgresStartError(
    'disk-full',
    `Only ${freeMb} MB are free in ${folder}, the database needs ${FREE_BYTES_MIN / 2 ** 20} MB.`,
  );
}
