import { clearHeldFace, findHeldFaces } from '@/lib/server/db/held-faces-store';
import { uuidSchema } from '@/lib/ids/uuid';
import { runOperatorCommand, withDatabase } from './launch/operator-command';

const USAGE = `Faces that look like one on another account pay nowhere until you have had a look.

  npm run faces:held                  lists them, the oldest first
  npm run faces:held -- --clear ID    two different people: the face of this shopper pays again`;

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

await runOperatorCommand({
  usage: USAGE,
  options: { clear: { type: 'string' } },
  run: ({ clear: id, 'data-dir': dataDir }) =>
    withDatabase(dataDir, () => (id === undefined ? list() : clear(id))),
});
