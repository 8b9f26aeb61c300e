import type { NetworkName } from '@/models/weights';
import type { FrameObservation } from './observation';
import type { Pixels } from './pixels';

/**
 * What the page and the engine say to each other, whether a worker lies between them or not.
 * Images are transferred, never copied.
 */

export const PROTOCOL_VERSION = 2;

/** `Pixels` where the worker has no OffscreenCanvas to draw an ImageBitmap on. */
export type FrameImage = ImageBitmap | Pixels;

/** Every request with an `id` is answered exactly once, with that id. */
export type EngineRequest =
  | { readonly kind: 'start'; readonly version: number; readonly origin: string }
  /** The id of a frame is the name by which it can be described later. */
  | {
      readonly kind: 'frame';
      readonly id: number;
      readonly tMs: number;
      readonly image: FrameImage;
    }
  | { readonly kind: 'describe'; readonly id: number; readonly frameId: number }
  /** Forgets the track and the kept frames: the next face may be anyone. */
  | { readonly kind: 'forget' };

/** How many frames with a face can still be described. */
export const FRAMES_KEPT = 48;

export interface WeightProgress {
  readonly name: NetworkName;
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

export type EngineFailure = 'weights-missing' | 'no-wasm' | 'version-mismatch' | 'crashed';

export type EngineAnswer =
  | { readonly kind: 'observed'; readonly id: number; readonly observation: FrameObservation }
  /** `null`: the frame had no face, or is no longer kept. */
  | { readonly kind: 'described'; readonly id: number; readonly descriptor: Float32Array | null };

export type EngineReply =
  | EngineAnswer
  /** The other side runs; whether it can draw ImageBitmaps. */
  | { readonly kind: 'hello'; readonly takesBitmaps: boolean }
  | { readonly kind: 'progress'; readonly progress: WeightProgress }
  | { readonly kind: 'tracking-ready' }
  | { readonly kind: 'describing-ready' }
  /** With an id, that request failed; without one, the engine did. */
  | {
      readonly kind: 'failed';
      readonly id: number | null;
      readonly failure: EngineFailure;
      readonly detail: string;
    };
