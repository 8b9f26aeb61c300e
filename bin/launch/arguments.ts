import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { codeOf, StartFailure } from './failure';

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

/** What every command of the operator takes beside its own options. */
export const COMMON_OPTIONS = {
  'data-dir': { type: 'string', default: path.join(root, '.data') },
  help: { type: 'boolean', default: false },
} as const;
export const COMMON_USAGE = `  --data-dir DIR   the app's data folder; or set DATABASE_URL`;

/**
 * Node's `parseArgs`, whose errors become one sentence.
 *
 * @param advice where to read what is possible, a sentence
 * @throws StartFailure when an argument is unknown or lacks its value
 */
export function readArguments<T extends ParseArgsConfig>(
  config: T,
  advice: string,
): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    if (!codeOf(error)?.startsWith('ERR_PARSE_ARGS')) throw error;
    throw new StartFailure(`${firstSentence(error)} ${advice}`);
  }
}

/** Node adds advice about `--` that helps nobody here. */
function firstSentence(error: unknown): string {
  const [first = ''] = String(error instanceof Error ? error.message : error).split('. ');
  return first.endsWith('.') ? first : `${first}.`;
}
