import { Host } from './host';
import { canDrawBitmaps } from './image';
import type { EngineReply, EngineRequest } from './protocol';

/** The engine in a module worker. Everything it can do is in `host.ts`. */

// Both the page's and the worker's types are known here; only the worker's post takes one argument.
const post: (message: EngineReply) => void = (message) => self.postMessage(message);
const host = new Host(post);

self.addEventListener('message', ({ data }: MessageEvent<EngineRequest>) => {
  void host.take(data);
});

post({ kind: 'hello', takesBitmaps: canDrawBitmaps() });
