import type { Worker } from 'node:worker_threads';
import type { Descriptor } from '@/lib/recognition/descriptor';
import { logFault } from '../log';
import type { IndexMessage, IndexQuestion, IndexState } from './index-protocol';
import { NEIGHBOURS_MAX } from '@/lib/recognition/neighbours';
import type { NotedNeighbour } from './noted-neighbours';
import { currentSpace, intoSpace } from './spaces';

/**
 * Everybody's templates, searched in a worker thread. It is filled in the background: whoever pays
 * is compared with few people, whose rows are read at that moment, and never waits for it.
 */
interface FaceIndex {
  worker: Worker | undefined;
  state: IndexState | undefined;
  readonly asked: Map<number, (found: readonly NotedNeighbour[]) => void>;
  readonly waiting: Set<() => void>;
  nextId: number;
  stopped: boolean;
}

const AGAIN_MS = 2_000;
const WORKER = 'lib/server/recognition/index-worker.mjs';

/** Next bundles what starts with the server apart from the routes; both see globalThis. */
const shared = globalThis as typeof globalThis & { smileFaceIndex?: FaceIndex };

/** Once per process; a worker that ends is started again, and fills itself anew. */
export function startFaceIndex(): void {
  if (shared.smileFaceIndex) return;
  const index: FaceIndex = {
    worker: undefined,
    state: undefined,
    asked: new Map(),
    waiting: new Set(),
    nextId: 1,
    stopped: false,
  };
  shared.smileFaceIndex = index;
  startWorker(index);
}

export async function stopFaceIndex(): Promise<void> {
  const index = shared.smileFaceIndex;
  if (!index) return;
  index.stopped = true;
  shared.smileFaceIndex = undefined;
  await index.worker?.terminate();
}

/** Whether everybody can be searched now. */
export function isFaceIndexReady(): boolean {
  return shared.smileFaceIndex?.state !== undefined;
}

/** How many people it holds, and which changes; undefined until it is ready. */
export function faceIndexState(): IndexState | undefined {
  return shared.smileFaceIndex?.state;
}

/** Resolves once everybody can be searched. @requires {@link startFaceIndex} was called */
export async function whenFaceIndexReady(): Promise<void> {
  const index = theIndex();
  while (!index.state) await new Promise<void>((resolve) => index.waiting.add(resolve));
}

/**
 * The nearest enrolled people, exactly; waits until the index is ready.
 *
 * @param template as the network gives it, e.g. an enrolment's mean
 * @param exceptShopperId whoever it belongs to
 * @returns nearest first, as of a moment ago: an instance hears of a change within two seconds
 */
export async function nearest(
  template: Descriptor,
  count: number,
  exceptShopperId?: string,
): Promise<readonly NotedNeighbour[]> {
  const index = theIndex();
  const space = currentSpace();
  const moved = intoSpace(space, template);
  for (;;) {
    await whenFaceIndexReady();
    const found = await ask(index, { template: moved, space, count, except: exceptShopperId });
    if (found) return found;
  }
}

/** The ten nearest of all enrolled people: whom an enrolment is compared with. */
export async function searchEverybody(
  template: Descriptor,
  exceptShopperId?: string,
): Promise<readonly NotedNeighbour[]> {
  return nearest(template, NEIGHBOURS_MAX, exceptShopperId);
}

function theIndex(): FaceIndex {
  if (!shared.smileFaceIndex) throw new Error('startFaceIndex() was not called');
  return shared.smileFaceIndex;
}

/** @returns undefined when the worker ended before it answered */
async function ask(index: FaceIndex, question: Omit<IndexQuestion, 'id'>) {
  const { worker } = index;
  if (!worker) return undefined;
  const id = index.nextId++;
  return new Promise<readonly NotedNeighbour[] | undefined>((resolve) => {
    const ended = () => {
      index.asked.delete(id);
      resolve(undefined);
    };
    worker.once('exit', ended);
    index.asked.set(id, (found) => {
      worker.off('exit', ended);
      index.asked.delete(id);
      resolve(found);
    });
    worker.postMessage({ ...question, id });
  });
}

function startWorker(index: FaceIndex): void {
  const worker = newWorker(`${process.cwd()}/${WORKER}`);
  index.worker = worker;
  worker.on('message', (message: IndexMessage) => hear(index, message));
  worker.on('error', (error) => logFault('face-index', error));
  worker.once('exit', () => {
    index.worker = undefined;
    index.state = undefined;
    if (!index.stopped) setTimeout(() => index.stopped || startWorker(index), AGAIN_MS).unref();
  });
}

/** The bundler must not see it: it would compile the worker, and tsx with it, into the app. */
function newWorker(file: string): Worker {
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  return new Worker(file);
}

function hear(index: FaceIndex, message: IndexMessage): void {
  if (message.kind === 'answer') return index.asked.get(message.id)?.(message.found);
  index.state = message.state;
  for (const resolve of index.waiting) resolve();
  index.waiting.clear();
}
