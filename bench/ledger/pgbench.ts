import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { FIRST_SUFFIX, walletId } from './accounts';
import type { Load, Turn } from './load';

/** Where Debian keeps it when it is not on PATH. */
const DEBIAN = '/usr/lib/postgresql';

/** @returns undefined when pgbench is not installed */
export function findPgbench(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort().reverse() : [];
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map((version) => join(DEBIAN, version, 'bin')),
  ];
  return folders.map((folder) => join(folder, 'pgbench')).find((file) => existsSync(file));
}

/**
 * The same call with the same kind of data, from PostgreSQL's own load generator: a C program with
 * nothing to do but send it. The ids are made by the server, which costs it little (uuidv7 is C).
 */
const SCRIPT = `
\\set from random(0, :n - 1)
\\set to mod(:from + random(1, :n - 1), :n)
\\set debit ${FIRST_SUFFIX} + :from
\\set credit ${FIRST_SUFFIX} + :to
\\set amount random(1, 10000)
SELECT ledger_post(format('[{"id":"%s","kind":"pending","code":"authorize","reference_id":"%s","debit_account_id":"${walletId(0).slice(0, 24)}%s","credit_account_id":"${walletId(0).slice(0, 24)}%s","currency":"CNY","amount":"%s","timeout_seconds":900}]', uuidv7(), uuidv7(), :debit::text, :credit::text, :amount::text)::jsonb);
`;

export async function loadPgbench(
  pgbench: string,
  { url, connections, accounts, seconds }: Load,
): Promise<Turn> {
  const folder = mkdtempSync(join(tmpdir(), 'smile-pgbench-'));
  try {
    const script = join(folder, 'authorize.sql');
    writeFileSync(script, SCRIPT);
    const { stdout } = await promisify(execFile)(
      pgbench,
      [
        ...['--no-vacuum', '--protocol=prepared', '--log', `--log-prefix=${join(folder, 'log')}`],
        ...[`--client=${connections}`, `--jobs=${Math.min(connections, 2)}`],
        ...[`--time=${seconds}`, `--define=n=${accounts}`, `--file=${script}`, url],
      ],
      { cwd: folder },
    );
    const latenciesMs = latenciesIn(folder);
    return { latenciesMs, seconds: latenciesMs.length / perSecondIn(stdout) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `tps = 1234.5 (without initial connection time)` */
function perSecondIn(report: string): number {
  return Number(/^tps = ([\d.]+)/m.exec(report)?.[1]);
}

/** Log lines: client, transaction, latency in µs, script, time. */
function latenciesIn(folder: string): number[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith('log'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => Number(line.split(' ')[2]) / 1000);
}
