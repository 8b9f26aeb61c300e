import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { JSONWebKeySet } from 'jose';
import { databasePool } from '@/lib/server/db/pool';
import { openInstallation } from '@/lib/server/keys/installation';
import { receiptKeys, verifyReceipt } from '@/lib/server/shoppers/deletion-receipt';
import { sentenceFor, StartFailure } from './launch/failure';
import { openDatabase } from './launch/open-database';
import { provideTemplateKeys } from './launch/secrets';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const USAGE = `Says whether a receipt of a deleted face is this installation's own, and of what.

  npm run receipt:verify -- FILE                with the key in the app's database
  npm run receipt:verify -- FILE --keys KEYS    with a copy of /.well-known/jwks.json, anywhere

  --data-dir DIR   the app's data folder; or set DATABASE_URL`;

/** @returns the process's exit code */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'data-dir': { type: 'string', default: path.join(root, '.data') },
      keys: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const [file] = positionals;
  if (values.help || file === undefined) {
    console.log(USAGE);
    return values.help ? 0 : 1;
  }
  const signed = read(file);
  const keys = values.keys === undefined ? await ownKeys(values['data-dir']) : parse(values.keys);
  const receipt = await verifyReceipt(signed, keys);
  if (!receipt) throw new StartFailure('NOT VALID: it was changed, or is of another installation.');
  console.log(JSON.stringify(receipt, null, 2));
  console.log('The receipt is valid: the key of this face was destroyed.');
  return 0;
}

async function ownKeys(dataDirectory: string): Promise<JSONWebKeySet> {
  const dataDir = path.resolve(dataDirectory);
  const database = await openDatabase(dataDir);
  process.env.DATABASE_URL = database.url;
  provideTemplateKeys(dataDir);
  try {
    await openInstallation();
    return receiptKeys();
  } finally {
    await databasePool().end();
    await database.release();
  }
}

/** The receipt as such, or the answer of DELETE /api/me/face as it was kept. */
function read(file: string): string {
  const text = readText(file).trim();
  if (!text.startsWith('{')) return text;
  try {
    const { receipt } = JSON.parse(text) as { receipt?: unknown };
    return typeof receipt === 'string' ? receipt : '';
  } catch {
    return '';
  }
}

function parse(file: string): JSONWebKeySet {
  try {
    return JSON.parse(readText(file)) as JSONWebKeySet;
  } catch (error) {
    if (error instanceof StartFailure) throw error;
    throw new StartFailure(`${file} holds no keys.`);
  }
}

function readText(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    throw new StartFailure(`${file} cannot be read.`);
  }
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(sentenceFor(error));
  return 1;
});
