import path from 'node:path';
import { masterKey } from '@/lib/server/sealing/key-ring';
import { masterKeys, masterKeysAgain } from '@/lib/server/sealing/key-source';
import { masterKeyUse, rewrapAll } from '@/lib/server/keys/rotate';
import { StartFailure } from './launch/failure';
import { runOperatorCommand, withInstallation } from './launch/operator-command';
import { addTemplateKey, dropTemplateKeys } from './launch/secrets';

const USAGE = `Replaces the master key that all stored keys are wrapped under; the app keeps running.

  npm run templates:rotate-key                 makes a new key and wraps everything under it;
                                               cut short, it goes on when called again
  npm run templates:rotate-key -- --drop-old   removes older keys that nothing is wrapped under;
                                               backups from before the rotation need them

With TEMPLATE_KEY or TEMPLATE_KEY_COMMAND nothing is made: give all instances the new key behind the
old one first (old,new), then in front of it (new,old), then run this, then remove the old one.`;

async function rotate(dataDir: string): Promise<void> {
  if (await isDone()) newKey(dataDir);
  else console.log('Going on with the rotation that was begun.');
  const { rewrapped, unreadable } = await rewrapAll((count) => {
    process.stderr.write(`\r${count} wrapped anew`);
  });
  process.stderr.write('\n');
  const [{ id }] = masterKeys();
  console.log(`${rewrapped} stored keys are wrapped under master key ${id} now.`);
  if (unreadable > 0) {
    throw new StartFailure(`${unreadable} stored keys open under no master key that is here.`);
  }
  console.log('Older keys can be removed with --drop-old; backups made before this need them.');
}

/** Whether everything is wrapped under the current key. */
async function isDone(): Promise<boolean> {
  const [{ id }] = masterKeys();
  return [...(await masterKeyUse()).keys()].every((used) => used === id);
}

/** @throws StartFailure when the keys come from elsewhere, and there is no new one */
function newKey(dataDir: string): void {
  if (!isFromFile()) {
    throw new StartFailure(
      'Everything is wrapped under the current master key: put a new one in front of it first.',
    );
  }
  addTemplateKey(dataDir);
  masterKeysAgain();
}

async function dropOld(dataDir: string): Promise<void> {
  const use = await masterKeyUse();
  const [current, ...older] = masterKeys();
  for (const { id } of older) {
    console.log(`Master key ${id} wraps ${use.get(id) ?? 0} stored keys.`);
  }
  // What has no name of its key may need any of them.
  const needed = (id: string) => use.has(id) || use.has('');
  const left = older.filter(({ id }) => needed(id)).length;
  if (isFromFile()) dropTemplateKeys(dataDir, (key) => needed(masterKey(key).id));
  const gone = older.length - left;
  const doing = isFromFile() ? 'were removed' : 'can be removed';
  console.log(`${gone} older keys ${doing}; ${left} are in use beside ${current.id}.`);
}

function isFromFile(): boolean {
  return !process.env.TEMPLATE_KEY && !process.env.TEMPLATE_KEY_COMMAND;
}

await runOperatorCommand({
  usage: USAGE,
  options: { 'drop-old': { type: 'boolean', default: false } },
  run: ({ 'drop-old': isDrop, 'data-dir': dataDir }) =>
    withInstallation(dataDir, () =>
      isDrop ? dropOld(path.resolve(dataDir)) : rotate(path.resolve(dataDir)),
    ),
});
