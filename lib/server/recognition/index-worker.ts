import { parentPort } from 'node:worker_threads';
import { openInstallation } from '../keys/installation';
import type { IndexMessage, IndexQuestion } from './index-protocol';
import { keepFaces, type KeptFaces } from './keep-faces';
import { knowSpaces, moveTo } from './spaces';

const port = parentPort;
if (!port) throw new Error('the index runs in a worker thread');

const startedMs = performance.now();
await openInstallation();
const faces = await keepFaces(tellState);
const loadMs = performance.now() - startedMs;
port.on('message', (question: IndexQuestion) => void answer(question));
tellState(faces);

function tell(message: IndexMessage): void {
  port?.postMessage(message);
}

function tellState({ table, follower, searchName }: KeptFaces): void {
  const { version } = follower;
  tell({ kind: 'state', state: { people: table.size, version, loadMs, searchName } });
}

async function answer({ id, template, space, count, except }: IndexQuestion): Promise<void> {
  await knowSpaces([space]);
  const { table, follower } = faces;
  const found = table.nearest(moveTo(follower.space, space, template), count, except);
  tell({ kind: 'answer', id, found });
}
