import { MigrationError } from '@/lib/server/db/migration-error';
import { PostgresStartError } from '../postgres/start-error';
import { MasterKeyError } from '@/lib/server/sealing/key-ring';

/** Something the person at the terminal can mend. `message` is the one sentence that they read. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}

/** The `code` of a system or PostgreSQL error, also when it hides in a cause or among several. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  const inner: unknown[] = error instanceof AggregateError ? error.errors : [error.cause];
  return inner.map(codeOf).find((code) => code !== undefined);
}

/** Errors whose message is such a sentence. */
const MADE_FOR_PEOPLE = [StartFailure, PostgresStartError, MigrationError, MasterKeyError];
const FULL_DISK = new Set(['ENOSPC', 'EDQUOT', '53100']);

/**
 * What is printed when starting fails.
 *
 * @returns one sentence; for an error that nobody foresaw, its message and where it came from.
 */
export function sentenceFor(error: unknown): string {
  if (MADE_FOR_PEOPLE.some((kind) => error instanceof kind)) return (error as Error).message;
  if (FULL_DISK.has(codeOf(error) ?? '')) {
    return 'The disk is full: free some space and start again.';
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `Starting failed in a way that was not foreseen: ${text}`;
}
