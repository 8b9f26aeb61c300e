import type { FrameObservation } from './observation';
import {
  PROTOCOL_VERSION,
  type EngineReply,
  type EngineRequest,
  type FrameImage,
  type WeightProgress,
} from './protocol';
import { EngineError, Questions, Signal } from './questions';
import { openSide } from './side';

/** Finds, follows and describes faces, away from the page's own thread where that is possible. */
export interface FaceEngine {
  /** A face can be tracked. Rejects with an EngineError. */
  readonly ready: Promise<void>;
  /** Descriptors can be made as well; later than `ready`, by some megabytes. */
  readonly describingReady: Promise<void>;
  /** Whether frames may come as ImageBitmaps; otherwise only as pixels. */
  takesBitmaps(): Promise<boolean>;
  /**
   * Looks at one frame. The image is transferred and must not be used again.
   *
   * @requires the promise of the frame before is settled: drop a frame rather than queue it.
   * @param tMs milliseconds on the caller's clock; never runs backwards until `forget`.
   */
  analyse(image: FrameImage, tMs: number): Promise<FrameObservation>;
  /**
   * 128 raw floats for a frame that `analyse` saw (model `EMBEDDER.id`), or null when it had
   * no face or lies more than 48 faces back.
   */
  describe(frameId: number): Promise<Float32Array | null>;
  /** The next face may be anyone. */
  forget(): void;
  /** Ends the worker; what is still awaited rejects with `closed`. */
  close(): void;
}

export interface FaceEngineOptions {
  /** Where weights and WASM are served, without a slash at the end; our own origin if left out. */
  readonly origin?: string;
  readonly onProgress?: (progress: WeightProgress) => void;
}

/** Starts fetching weights at once, so call it while the person still reads. */
export function startFaceEngine({ origin = '', onProgress }: FaceEngineOptions = {}): FaceEngine {
  const tracking = new Signal();
  const describing = new Signal();
  const questions = new Questions();
  let nextId = 1;

  function fail(error: EngineError): void {
    [tracking, describing, questions].forEach((waiting) => waiting.fail(error));
  }

  function hear(reply: Exclude<EngineReply, { kind: 'hello' }>): void {
    switch (reply.kind) {
      case 'progress':
        return onProgress?.(reply.progress);
      case 'tracking-ready':
        return tracking.come();
      case 'describing-ready':
        return describing.come();
      case 'failed': {
        const error = new EngineError(reply.failure, reply.detail);
        return reply.id === null ? fail(error) : questions.refuse(reply.id, error);
      }
      default:
        return questions.answer(reply);
    }
  }

  const side = openSide(hear);
  const post = (request: EngineRequest, image?: FrameImage): void => {
    side
      .then((open) => open.post(request, image ? transferOf(image) : []))
      .catch((error: unknown) => fail(new EngineError('crashed', String(error))));
  };
  post({ kind: 'start', version: PROTOCOL_VERSION, origin: originOf(origin) });

  return {
    ready: tracking.promise,
    describingReady: describing.promise,
    takesBitmaps: () => side.then((open) => open.takesBitmaps),
    async analyse(image, tMs) {
      const id = nextId++;
      const answer = questions.ask('observed', id);
      post({ kind: 'frame', id, tMs, image }, image);
      return (await answer).observation;
    },
    async describe(frameId) {
      const id = nextId++;
      const answer = questions.ask('described', id);
      post({ kind: 'describe', id, frameId });
      return (await answer).descriptor;
    },
    forget: () => post({ kind: 'forget' }),
    close() {
      void side.then((open) => open.close());
      fail(new EngineError('closed', 'by its owner'));
    },
  };
}

function originOf(origin: string): string {
  return origin === '' ? location.origin : origin;
}

function transferOf(image: FrameImage): Transferable[] {
  return ['data' in image ? image.data.buffer : image];
}
