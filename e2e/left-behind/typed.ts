import fs from 'node:fs';
import path from 'node:path';
import type { Secret } from './search';

const file = () => path.join(process.env.E2E_DATA_DIR ?? '', 'typed.txt');

/** Notes a code that a test read and will type, so that it can be looked for at the end. */
export function noteCode(code: string): void {
  fs.appendFileSync(file(), `${code}\n`);
}

export function notedCodes(): readonly Secret[] {
  const text = fs.existsSync(file()) ? fs.readFileSync(file(), 'utf8') : '';
  return text
    .split('\n')
    .filter(Boolean)
    .map((code) => ({ kind: 'code', text: code }));
}
