import { UsageError } from './photos';

/**
 * Runs a bench as a command: its result as JSON alone on stdout, or a sentence on stderr and
 * exit code 1.
 */
export async function asCommand(run: () => Promise<unknown>): Promise<void> {
  try {
    process.stdout.write(`${JSON.stringify(await run(), null, 2)}\n`);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const bug = !(error instanceof UsageError) && !isOptionError(error);
    process.stderr.write(`${bug ? error.stack : error.message}\n`);
    process.exitCode = 1;
  }
}

/** What node:util's parseArgs throws for an option that it does not know. */
function isOptionError(error: Error): boolean {
  return 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
