import { DETECTOR } from '@/models/detector/model';
import { loadDetector } from '@/models/detector/run';
import { EMBEDDER } from '@/models/embedder/model';
import { loadEmbedder, type Embed } from '@/models/embedder/run';
import { EXPRESSION } from '@/models/expression/model';
import { loadExpression } from '@/models/expression/run';
import { LANDMARKS } from '@/models/landmarks/model';
import { loadLandmarks } from '@/models/landmarks/run';
import type { RgbSquare } from '@/models/rgb';
import type { NetworkName } from '@/models/weights';
import type { TrackingNetworks } from './pipeline';

/** Fetches one network's weights, and reads them. */
export type Load = <T>(name: NetworkName, read: (bytes: ArrayBuffer) => T) => Promise<T>;

/** Fetches side by side, in the order of need, while the backend compiles; then warms up. */
export async function loadTracking(load: Load, backend: Promise<void>): Promise<TrackingNetworks> {
  const afterBackend =
    <T>(read: (bytes: ArrayBuffer) => T) =>
    (bytes: ArrayBuffer) =>
      backend.then(() => read(bytes));
  const [detect, findLandmarks, readExpression] = await Promise.all([
    load('detector', afterBackend(loadDetector)),
    load('landmarks', afterBackend(loadLandmarks)),
    load('expression', afterBackend(loadExpression)),
  ]);
  detect(blank(DETECTOR.inputSize));
  findLandmarks(blank(LANDMARKS.inputSize));
  readExpression(blank(EXPRESSION.inputSize));
  return { detect, findLandmarks, readExpression };
}

/** Needs the backend, which `loadTracking` waits for; then warms up. */
export async function loadEmbedding(load: Load): Promise<Embed> {
  const embed = await load('embedder', loadEmbedder);
  const chip = blank(EMBEDDER.inputSize);
  embed([chip, chip]);
  return embed;
}

/** The first run of a network packs its weights; better before the guest waits for it. */
function blank(size: number): RgbSquare {
  return { size, rgb: new Uint8ClampedArray(size * size * 3) };
}
