import path from 'node:path';
import type { parseArgs, ParseArgsConfig } from 'node:util';
import { databasePool } from '@/lib/server/db/pool';
import { openInstallation } from '@/lib/server/keys/installation';
import { COMMON_OPTIONS, COMMON_USAGE, readArguments } from './arguments';
import { explainDatabaseError } from './database-address';
import { sentenceFor } from './failure';
import { openDatabase } from './open-database';
import { provideTemplateKeys } from './secrets';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O & typeof COMMON_OPTIONS; allowPositionals: true }>
>;

interface OperatorCommand<O extends Options> {
  readonly usage: string;
  readonly options: O;
  /** @returns the process's exit code; nothing is 0 */
  readonly run: (values: Parsed<O>['values'], files: readonly string[]) => Promise<number | void>;
}

/**
 * Runs a command of the platform's operator.
 *
 * @ensures a failure is one sentence on stderr and exit code 1; `--help` prints the usage
 */
export async function runOperatorCommand<const O extends Options>(
  command: OperatorCommand<O>,
): Promise<void> {
  process.exitCode = await execute(command).catch((error: unknown) => {
    console.error(sentenceFor(error));
    return 1;
  });
}

async function execute<const O extends Options>(command: OperatorCommand<O>): Promise<number> {
  const { values, positionals }: Parsed<O> = readArguments(
    { options: { ...command.options, ...COMMON_OPTIONS }, allowPositionals: true },
    'See --help.',
  );
  if ((values as { readonly help: boolean }).help) {
    console.log(`${command.usage}\n\n${COMMON_USAGE}`);
    return 0;
  }
  return (await command.run(values, positionals)) ?? 0;
}

/**
 * Does `work` on the app's database, whether the app runs or not.
 *
 * @param dataDir the app's data folder, unless `DATABASE_URL` is set
 * @throws StartFailure when there is no database, or it refuses
 */
export async function withDatabase<T>(dataDir: string, work: () => T | Promise<T>): Promise<T> {
  const database = await openDatabase(path.resolve(dataDir));
  process.env.DATABASE_URL = database.url;
  try {
    return await work();
  } catch (error) {
    throw explainDatabaseError(error, database.url);
  } finally {
    await databasePool().end();
    await database.release();
  }
}

/** Does `work` with the installation's keys, for whatever opens templates or signs. */
export async function withInstallation<T>(dataDir: string, work: () => T | Promise<T>): Promise<T> {
  return withDatabase(dataDir, async () => {
    provideTemplateKeys(path.resolve(dataDir));
    await openInstallation();
    return work();
  });
}
