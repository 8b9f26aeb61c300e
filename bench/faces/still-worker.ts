import { fetchWeights } from '@/lib/face/fetch-weights';
import { loadEmbedding, loadTracking, type Load } from '@/lib/face/load-networks';
import { startBackend } from '@/models/backend';
import { examineStill } from './examine-still';
import type { StillAnswer } from './still-examiner';

/** Loads the product's networks and examines the pictures that it is sent. */

const post: (answer: StillAnswer) => void = (answer) => self.postMessage(answer);
const fail = (error: unknown) => post({ kind: 'failed', detail: String(error) });

async function start(): Promise<void> {
  const load: Load = (name, read) =>
    fetchWeights(name, location.origin, () => undefined).then(read);
  const networks = await loadTracking(load, startBackend(location.origin));
  const embed = await loadEmbedding(load);
  self.addEventListener('message', ({ data }: MessageEvent<ImageBitmap>) => {
    try {
      post({ kind: 'examined', still: examineStill(networks, embed, data) });
    } catch (error) {
      fail(error);
    }
  });
  post({ kind: 'ready' });
}

start().catch(fail);
