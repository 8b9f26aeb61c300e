// @ts-check
/**
 * Whoever reads the log may go, e.g. the `tee` behind a pipe. Writing then fails (EPIPE); unheard, that
 * is an uncaught exception, which is logged, which fails again, and so on without an end.
 *
 * @param {readonly import('node:events').EventEmitter[]} streams
 */
export function outliveReaders(streams = [process.stdout, process.stderr]) {
  for (const stream of streams) stream.on('error', () => undefined);
}
