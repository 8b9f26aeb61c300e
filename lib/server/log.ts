/** Phone numbers, PINs, codes and the numbers of a descriptor; ports and counts are shorter. */
const LONG_NUMBER = /\d{6,}/g;
/** SQLSTATE class 22, "data exception": PostgreSQL's message quotes the value. */
const DATA_EXCEPTION = /^22/;

/**
 * Writes a fault as one line of JSON to standard error: the error's name, code, message and
 * stack, never the request's body, so that no face, PIN or phone number can slip in.
 */
export function logFault(requestId: string, error: unknown): void {
  const line = { level: 'error', at: new Date().toISOString(), requestId, ...faultOf(error) };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

/**
 * What may be written down of a fault. A message that quotes what was sent is left out: JSON.parse
 * quotes the beginning of the text, which may be a password.
 */
function faultOf(error: unknown) {
  const fault = error instanceof Error ? error : new Error(String(error));
  const { name } = fault;
  const code = 'code' in fault ? String(fault.code) : undefined;
  const quotes = fault instanceof SyntaxError || DATA_EXCEPTION.test(code ?? '');
  const message = quotes ? undefined : fault.message.replace(LONG_NUMBER, '…');
  return { name, code, message, stack: framesOf(fault) };
}

/** Where it happened: the stack without the message, which V8 repeats at its beginning. */
function framesOf({ name, message, stack = '' }: Error): string {
  const start = stack.indexOf(message) + message.length;
  const frames = stack.startsWith(name) ? stack.slice(start) : stack;
  return frames
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
