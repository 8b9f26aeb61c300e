export type StartErrorCode =
  | 'no-binaries' // this platform has none, or npm did not install them
  | 'unwritable' // the data folder refuses us
  | 'disk-full'
  | 'port-in-use'
  | 'in-use' // another process already keeps a database in this folder, with another password
  | 'start-failed';

/** Why no database came up. The message is one sentence for the person who typed the command. */
export class PostgresStartError extends Error {
  override readonly name = 'PostgresStartError';

  constructor(
    readonly code: StartErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Names the two failures that a person can mend (permission, space); others pass through. */
export function explainDiskError(error: unknown, folder: string): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'ENOENT':
      return new PostgresStartError(
        'unwritable',
        `Cannot write to ${folder} (${code}): choose another data folder.`,
        { cause: error },
      );
    case 'ENOSPC':
    case 'EDQUOT':
      return new PostgresStartError('disk-full', `No space left for the database in ${folder}.`, {
        cause: error,
      });
    default:
      return error;
  }
}

/** Turns what PostgreSQL's programs said into one sentence. */
export function startError(what: string, cause: unknown, home: string): PostgresStartError {
  const text = cause instanceof Error ? cause.message : String(cause);
  const options = { cause };
  if (/No space left on device|Disk quota exceeded/.test(text)) {
    const message = `No space left for the database in ${home}.`;
    return new PostgresStartError('disk-full', message, options);
  }
  if (/Address already in use/.test(text)) {
    const message = 'Another program listens on the port of the database: choose another one.';
    return new PostgresStartError('port-in-use', message, options);
  }
  const lastLine = text.trim().split('\n').at(-1) ?? '';
  return new PostgresStartError('start-failed', `${what}: ${lastLine}`, options);
}
