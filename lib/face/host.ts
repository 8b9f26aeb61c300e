import { startBackend } from '@/models/backend';
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
import { fetchWeights, WeightsMissingError } from './fetch-weights';
import { readPixels } from './image';
import { trackFrame, type TrackingNetworks } from './pipeline';
import {
  FRAMES_KEPT,
  PROTOCOL_VERSION,
  type EngineFailure,
  type EngineReply,
  type EngineRequest,
} from './protocol';
import { describeChip, examineStill } from './still';
import type { Track } from './tracker';

/**
 * The engine's own side of the protocol: it owns the networks, the track and the last chips.
 * It runs in a worker, or on the page where there is none.
 *
 * @returns takes one request; replies go to `reply`, in the order of the requests of a kind.
 */
export function createHost(
  reply: (message: EngineReply) => void,
): (request: EngineRequest) => Promise<void> {
  let tracking: Promise<TrackingNetworks> | undefined;
  let embedding: Promise<Embed> | undefined;
  let track: Track | null = null;
  let describing = Promise.resolve();
  const chips = new Map<number, RgbSquare>();

  async function started(): Promise<TrackingNetworks> {
    if (!tracking) throw new Error('a request came before start');
    return tracking;
  }

  async function start(origin: string): Promise<void> {
    const load = <T>(name: NetworkName, read: (bytes: ArrayBuffer) => T): Promise<T> =>
      fetchWeights(name, origin, (progress) => reply({ kind: 'progress', progress })).then(read);
    tracking = loadTracking(load, startBackend(origin));
    embedding = tracking.then(() => loadEmbedding(load));
    await tracking;
    reply({ kind: 'tracking-ready' });
    await embedding;
    reply({ kind: 'describing-ready' });
  }

  function keep(frameId: number, chip: RgbSquare | null): void {
    if (chip) chips.set(frameId, chip);
    const [oldest] = chips.keys();
    if (chips.size > FRAMES_KEPT && oldest !== undefined) chips.delete(oldest);
  }

  /** One descriptor at a time, and between two of them the frames that came meanwhile. */
  function turnToDescribe(): Promise<void> {
    describing = describing.then(() => new Promise((resolve) => setTimeout(resolve)));
    return describing;
  }

  async function take(request: EngineRequest): Promise<void> {
    switch (request.kind) {
      case 'start':
        if (request.version !== PROTOCOL_VERSION) throw new VersionMismatchError(request.version);
        return start(request.origin);
      case 'frame': {
        const { id, tMs, image } = request;
        const seen = trackFrame(await started(), readPixels(image), track, id, tMs);
        track = seen.track;
        keep(id, seen.chip);
        return reply({ kind: 'observed', id, observation: seen.observation });
      }
      case 'describe': {
        const { id, frameId } = request;
        // Taken out before the wait: the frame may be dropped while the embedder still loads.
        const chip = chips.get(frameId);
        const embed = await embedding;
        await turnToDescribe();
        const descriptor = chip && embed ? describeChip(embed, chip) : null;
        return reply({ kind: 'described', id, descriptor });
      }
      case 'examine': {
        const { id, image } = request;
        const networks = await started();
        const embed = await embedding;
        const face = embed ? examineStill(networks, embed, readPixels(image)) : null;
        return reply({ kind: 'examined', id, face });
      }
      case 'forget':
        track = null;
        return chips.clear();
      default:
        request satisfies never;
    }
  }

  return (request) =>
    take(request).catch((error: unknown) => {
      const id = 'id' in request ? request.id : null;
      reply({ kind: 'failed', id, failure: failureOf(error), detail: String(error) });
    });
}

class VersionMismatchError extends Error {
  constructor(version: number) {
    super(`the page speaks version ${version}, the engine ${PROTOCOL_VERSION}`);
  }
}

type Load = <T>(name: NetworkName, read: (bytes: ArrayBuffer) => T) => Promise<T>;

/** Fetches side by side, in the order of need, while the backend compiles; then warms up. */
async function loadTracking(load: Load, backend: Promise<void>): Promise<TrackingNetworks> {
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

async function loadEmbedding(load: Load): Promise<Embed> {
  const embed = await load('embedder', loadEmbedder);
  const chip = blank(EMBEDDER.inputSize);
  embed([chip, chip]);
  return embed;
}

/** The first run of a network packs its weights; better before the guest waits for it. */
function blank(size: number): RgbSquare {
  return { size, rgb: new Uint8ClampedArray(size * size * 3) };
}

function failureOf(error: unknown): EngineFailure {
  if (error instanceof WeightsMissingError) return 'weights-missing';
  if (error instanceof VersionMismatchError) return 'version-mismatch';
  return typeof WebAssembly === 'undefined' ? 'no-wasm' : 'crashed';
}
