import { spawn } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClusterFolder, ClusterSettings } from './cluster-folder';
import type { PostgresBinaries } from './postgres-binaries';
import { giveTo, type ServerUser } from './postgres-user';
import { startError } from './start-error';

/**
 * Makes an empty cluster with one superuser, `smile`, who must give the password.
 *
 * @throws PostgresStartError
 */
export async function initialiseCluster(
  { initdb }: PostgresBinaries,
  user: ServerUser,
  folder: ClusterFolder,
  { password }: ClusterSettings,
): Promise<void> {
  const passwordFile = join(folder.home, 'initdb-password');
  const half = prepareHalf(user, folder);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveTo(user, passwordFile);
  try {
    await run(initdb, user, [
      `--pgdata=${half}`,
      '--username=smile',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // Same order and case rules on every machine, whatever locales it has.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ]);
    renameSync(half, folder.path);
  } catch (error) {
    throw startError('The database could not be made', error, folder.home);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** Made under another name first: a start that is killed half-way leaves no half cluster behind. */
function prepareHalf(user: ServerUser, folder: ClusterFolder): string {
  const half = `${folder.path}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  giveTo(user, half);
  return half;
}

function run(program: string, user: ServerUser, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...user, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
    let complaint = '';
    child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(complaint.trim()))));
  });
}
