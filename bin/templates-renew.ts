import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { deleteTransformKey } from '@/lib/server/db/installation-keys-store';
import { databasePool } from '@/lib/server/db/pool';
import { addTransform, installation, openInstallation } from '@/lib/server/keys/installation';
import { renewTemplates } from '@/lib/server/recognition/renew-templates';
import { sentenceFor } from './launch/failure';
import { openDatabase } from './launch/open-database';
import { provideTemplateKeys } from './launch/secrets';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const BATCH = 500;

const USAGE = `Moves all templates to a new keyed transform, so that a leaked one is of no use; nobody has to
take new pictures, and the app keeps running.

  npm run templates:renew                makes a new transform and moves every template
  npm run templates:renew -- --finish    only moves what is in an older one still

  --data-dir DIR   the app's data folder; or set DATABASE_URL`;

/** @returns the process's exit code */
async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'data-dir': { type: 'string', default: path.join(root, '.data') },
      finish: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const dataDir = path.resolve(values['data-dir']);
  const database = await openDatabase(dataDir);
  process.env.DATABASE_URL = database.url;
  provideTemplateKeys(dataDir);
  try {
    await openInstallation();
    if (!values.finish) await addTransform();
    await renewAll();
    return 0;
  } finally {
    await databasePool().end();
    await database.release();
  }
}

async function renewAll(): Promise<void> {
  let moved = 0;
  let after: string | undefined;
  do {
    const { last, renewed } = await renewTemplates(BATCH, after);
    moved += renewed;
    after = last;
    process.stderr.write(`\r${moved} moved`);
  } while (after !== undefined);
  process.stderr.write('\n');
  const { transformVersion, transforms } = installation();
  console.log(`${moved} templates are in transform ${transformVersion} now.`);
  for (const version of transforms.keys()) {
    if (version === transformVersion) continue;
    const deleted = await deleteTransformKey(databasePool(), version);
    console.log(`Transform ${version} ${deleted ? 'was destroyed' : 'is in use still'}.`);
  }
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(sentenceFor(error));
  return 1;
});
