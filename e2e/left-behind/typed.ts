import fs from 'node:fs';
import path from 'node:path';
import type { Secret } from './search';

/** Absent where nothing is searched afterwards: the screenshots use the same steps. */
const file = () => process.env.E2E_DATA_DIR && path.join(process.env.E2E_DATA_DIR, 'typed.txt');

/** Notes a code that a test read and will type, so that it can be looked for at the end. */
export function noteCode(code: string): void {
  const to = file();
  if (to) fs.appendFileSync(to, `${code}\n`);
}

export function notedCodes(): readonly Secret[] {
  const from = file();
  const text = from && fs.existsSync(from) ? fs.readFileSync(from, 'utf8') : '';
  return text
    .split('\n')
    .filter(Boolean)
    .map((code) => ({ kind: 'code', text: code }));
}
