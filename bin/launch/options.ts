import path from 'node:path';
import { readArguments } from './arguments';
import { StartFailure } from './failure';

export interface StartOptions {
  readonly port: number;
  /** Serve over TLS, and on the local network rather than on this machine alone. */
  readonly https: boolean;
  /** Absolute. */
  readonly dataDir: string;
  readonly dev: boolean;
  readonly demo: boolean;
}

/**
 * Reads the command line of `bin/start`; `--help` is answered by the shell script before this.
 *
 * @param cwd absolute; what a relative `--data-dir` is relative to.
 * @param root absolute; the default data folder lies in it.
 * @throws StartFailure when an option is unknown or its value makes no sense.
 */
export function parseOptions(args: readonly string[], cwd: string, root: string): StartOptions {
  const { values } = readArguments(
    {
      args: [...args],
      options: {
        port: { type: 'string', default: '3000' },
        https: { type: 'boolean', default: false },
        'data-dir': { type: 'string' },
        dev: { type: 'boolean', default: false },
        'no-demo': { type: 'boolean', default: false },
      },
    },
    'See bin/start --help.',
  );
  const dataDir = values['data-dir'];
  if (dataDir === '') throw new StartFailure('--data-dir needs the name of a folder.');
  return {
    port: parsePort(values.port),
    https: values.https,
    dataDir: dataDir === undefined ? path.join(root, '.data') : path.resolve(cwd, dataDir),
    dev: values.dev,
    demo: !values['no-demo'],
  };
}

function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= 65_535) return port;
  throw new StartFailure(`--port must be a number from 1 to 65535, not "${text}".`);
}
