import { deleteTransformKey } from '@/lib/server/db/installation-keys-store';
import { databasePool } from '@/lib/server/db/pool';
import { addTransform, installation } from '@/lib/server/keys/installation';
import { renewTemplates } from '@/lib/server/recognition/renew-templates';
import { runOperatorCommand, withInstallation } from './launch/operator-command';

const BATCH = 500;

const USAGE = `Moves all templates to a new keyed transform, so that a leaked one is of no use; nobody has to
take new pictures, and the app keeps running.

  npm run templates:renew                makes a new transform and moves every template
  npm run templates:renew -- --finish    only moves what is in an older one still`;

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

await runOperatorCommand({
  usage: USAGE,
  options: { finish: { type: 'boolean', default: false } },
  run: ({ finish, 'data-dir': dataDir }) =>
    withInstallation(dataDir, async () => {
      if (!finish) await addTransform();
      await renewAll();
    }),
});
