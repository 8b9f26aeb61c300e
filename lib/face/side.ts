import type { EngineReply, EngineRequest } from './protocol';

/** The other side of the protocol: a worker, or this page itself. */
export interface Side {
  readonly takesBitmaps: boolean;
  post(request: EngineRequest, transfer: Transferable[]): void;
  close(): void;
}

type Hear = (reply: Exclude<EngineReply, { kind: 'hello' }>) => void;

/**
 * Opens a module worker; where there is none (or a policy forbids it), the same engine runs on
 * the page: slower and less smooth, but it pays.
 */
export async function openSide(hear: Hear): Promise<Side> {
  const worker = startWorker();
  const inWorker = worker && (await greet(worker, hear));
  return inWorker ?? openOnPage(hear);
}

function startWorker(): Worker | undefined {
  if (typeof Worker === 'undefined') return undefined;
  try {
    return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return undefined;
  }
}

/** @returns undefined when the worker fails before it says a word. */
function greet(worker: Worker, hear: Hear): Promise<Side | undefined> {
  return new Promise((resolve) => {
    let greeted = false;
    worker.addEventListener('message', ({ data }: MessageEvent<EngineReply>) => {
      if (data.kind !== 'hello') return hear(data);
      greeted = true;
      resolve({
        takesBitmaps: data.takesBitmaps,
        post: (request, transfer) => worker.postMessage(request, transfer),
        close: () => worker.terminate(),
      });
    });
    worker.addEventListener('error', ({ message }) => {
      if (greeted) return hear({ kind: 'failed', id: null, failure: 'crashed', detail: message });
      worker.terminate();
      resolve(undefined);
    });
  });
}

async function openOnPage(hear: Hear): Promise<Side> {
  const [{ Host }, { canDrawBitmaps }] = await Promise.all([import('./host'), import('./image')]);
  const host = new Host((reply) => {
    if (reply.kind !== 'hello') hear(reply);
  });
  return {
    takesBitmaps: canDrawBitmaps(),
    post: (request) => void host.take(request),
    close: () => undefined,
  };
}
