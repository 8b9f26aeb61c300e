import { startBackend } from '@/models/backend';
import type { Embed } from '@/models/embedder/run';
import type { RgbSquare } from '@/models/rgb';
import { describeChip } from './describe-chip';
import { fetchWeights, WeightsMissingError } from './fetch-weights';
import { readPixels } from './image';
import { loadEmbedding, loadTracking, type Load } from './load-networks';
import { trackFrame, type TrackingNetworks } from './pipeline';
import {
  FRAMES_KEPT,
  PROTOCOL_VERSION,
  type EngineAnswer,
  type EngineFailure,
  type EngineReply,
  type EngineRequest,
  type FrameImage,
} from './protocol';
import type { Track } from './tracker';

type Reply = (message: EngineReply) => void;

/**
 * The engine's own side of the protocol: it owns the networks, the track and the last chips.
 * It runs in a worker, or on the page where there is none.
 */
export class Host {
  private tracking: Promise<TrackingNetworks> = notStarted();
  private embedding: Promise<Embed> = notStarted();
  private describing = Promise.resolve();
  private track: Track | null = null;
  private readonly chips = new Map<number, RgbSquare>();

  constructor(private readonly reply: Reply) {}

  /** Takes one request; every request with an id is answered once, or refused. */
  async take(request: EngineRequest): Promise<void> {
    try {
      const answer = await this.answer(request);
      if (answer) this.reply(answer);
    } catch (error) {
      const id = 'id' in request ? request.id : null;
      this.reply({ kind: 'failed', id, failure: failureOf(error), detail: String(error) });
    }
  }

  private async answer(request: EngineRequest): Promise<EngineAnswer | undefined> {
    switch (request.kind) {
      case 'start':
        if (request.version !== PROTOCOL_VERSION) throw new VersionMismatchError(request.version);
        await this.start(request.origin);
        return undefined;
      case 'frame':
        return this.look(request.id, request.tMs, request.image);
      case 'describe':
        return this.describe(request.id, request.frameId);
      case 'forget':
        this.track = null;
        this.chips.clear();
        return undefined;
      default:
        return request satisfies never;
    }
  }

  private async start(origin: string): Promise<void> {
    const load: Load = (name, read) =>
      fetchWeights(name, origin, (progress) => this.reply({ kind: 'progress', progress })).then(
        read,
      );
    this.tracking = loadTracking(load, startBackend(origin));
    this.embedding = this.tracking.then(() => loadEmbedding(load));
    await this.tracking;
    this.reply({ kind: 'tracking-ready' });
    await this.embedding;
    this.reply({ kind: 'describing-ready' });
  }

  private async look(id: number, tMs: number, image: FrameImage): Promise<EngineAnswer> {
    const networks = await this.tracking;
    const { observation, track, chip } = trackFrame(
      networks,
      readPixels(image),
      this.track,
      id,
      tMs,
    );
    this.track = track;
    this.keep(id, chip);
    return { kind: 'observed', id, observation };
  }

  private async describe(id: number, frameId: number): Promise<EngineAnswer> {
    // Taken out before the wait: the frame may be dropped while the embedder still loads.
    const chip = this.chips.get(frameId);
    const embed = await this.embedding;
    await this.turnToDescribe();
    return { kind: 'described', id, descriptor: chip ? describeChip(embed, chip) : null };
  }

  /** One descriptor at a time, and between two of them the frames that came meanwhile. */
  private turnToDescribe(): Promise<void> {
    this.describing = this.describing.then(() => new Promise((resolve) => setTimeout(resolve)));
    return this.describing;
  }

  private keep(frameId: number, chip: RgbSquare | null): void {
    if (chip) this.chips.set(frameId, chip);
    const [oldest] = this.chips.keys();
    if (this.chips.size > FRAMES_KEPT && oldest !== undefined) this.chips.delete(oldest);
  }
}

/** Requests that come before `start` are refused one by one. */
function notStarted(): Promise<never> {
  const refusal = Promise.reject(new Error('a request came before start'));
  refusal.catch(() => undefined);
  return refusal;
}

class VersionMismatchError extends Error {
  constructor(version: number) {
    super(`the page speaks version ${version}, the engine ${PROTOCOL_VERSION}`);
  }
}

function failureOf(error: unknown): EngineFailure {
  if (error instanceof WeightsMissingError) return 'weights-missing';
  if (error instanceof VersionMismatchError) return 'version-mismatch';
  return typeof WebAssembly === 'undefined' ? 'no-wasm' : 'crashed';
}
