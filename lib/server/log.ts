/**
 * Writes a fault as one line of JSON to standard error: the error's name, message and
 * stack, never the request's body, so that no face, PIN or phone number can slip in.
 */
export function logFault(requestId: string, error: unknown): void {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const line = { level: 'error', at: new Date().toISOString(), requestId, name, message, stack };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}
