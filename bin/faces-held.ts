import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { clearHeldFace, findHeldFaces } from '@/lib/server/db/held-faces-store';
import { databasePool } from '@/lib/server/db/pool';
import { uuidSchema } from '@/lib/ids/uuid';
import { sentenceFor } from './launch/failure';
import { openDatabase } from './launch/open-database';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const USAGE = `Faces that look like one on another account pay nowhere until you have had a look.

  npm run faces:held                  lists them, the oldest first
  npm run faces:held -- --clear ID    two different people: the face of this shopper pays again

  --data-dir DIR   the app's data folder; or set DATABASE_URL`;

/** @returns the process's exit code */
async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'data-dir': { type: 'string', default: path.join(root, '.data') },
      clear: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const database = await openDatabase(path.resolve(values['data-dir']));
  process.env.DATABASE_URL = database.url;
  try {
    return values.clear === undefined ? await list() : await clear(values.clear);
  } finally {
    await databasePool().end();
    await database.release();
  }
}

async function list(): Promise<number> {
  const held = await findHeldFaces();
  for (const { shopperId, besideShopperId, heldAt } of held) {
    console.log(
      `${heldAt.toISOString()}  ${shopperId}  looks like ${besideShopperId ?? 'one gone'}`,
    );
  }
  if (held.length === 0) console.log('No face is held.');
  return 0;
}

async function clear(text: string): Promise<number> {
  const id = uuidSchema.safeParse(text);
  const cleared = id.success && (await clearHeldFace(id.data, new Date()));
  console.log(
    cleared ? 'The face pays again, and its owner is told.' : `No face of ${text} is held.`,
  );
  return cleared ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(sentenceFor(error));
  return 1;
});
