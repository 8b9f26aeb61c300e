import fs from 'node:fs';
import type { JSONWebKeySet } from 'jose';
import { receiptKeys, verifyReceipt } from '@/lib/server/shoppers/deletion-receipt';
import { StartFailure } from './launch/failure';
import { runOperatorCommand, withInstallation } from './launch/operator-command';

const USAGE = `Says whether a receipt of a deleted face is this installation's own, and of what.

  npm run receipt:verify -- FILE                with the key in the app's database
  npm run receipt:verify -- FILE --keys KEYS    with a copy of /.well-known/jwks.json, anywhere`;

async function verify(file: string, keysFile: string | undefined, dataDir: string): Promise<void> {
  const signed = read(file);
  const keys =
    keysFile === undefined ? await withInstallation(dataDir, receiptKeys) : parse(keysFile);
  const receipt = await verifyReceipt(signed, keys);
  if (!receipt) throw new StartFailure('NOT VALID: it was changed, or is of another installation.');
  console.log(JSON.stringify(receipt, null, 2));
  console.log('The receipt is valid: the key of this face was destroyed.');
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

await runOperatorCommand({
  usage: USAGE,
  options: { keys: { type: 'string' } },
  run: async ({ keys, 'data-dir': dataDir }, [file]) => {
    if (file === undefined) throw new StartFailure('Say which FILE holds the receipt.');
    await verify(file, keys, dataDir);
  },
});
