'use client';

import { useSyncExternalStore } from 'react';
import { startFaceEngine, type FaceEngine } from '@/lib/face/engine';
import { WEIGHTS } from '@/models/weights';

/**
 * One engine a page, because its worker and weights are worth keeping: it is started at the
 * first wish and lives until the page goes.
 */
let running: FaceEngine | undefined;
const loadedBytes = new Map<string, number>();
const listeners = new Set<() => void>();

/** What a face needs to be tracked; the embedder comes later and holds nobody up. */
const TRACKING = WEIGHTS.filter(({ name }) => name !== 'embedder');
const TRACKING_BYTES = TRACKING.reduce((sum, { bytes }) => sum + bytes, 0);

/**
 * Starts the engine if it does not run yet. Call it while the guest still reads, and again
 * when it is needed. One that failed is started anew.
 */
export function faceEngine(): FaceEngine {
  if (running) return running;
  const engine = startFaceEngine({
    onProgress: ({ name, loadedBytes: bytes }) => {
      loadedBytes.set(name, bytes);
      listeners.forEach((listener) => listener());
    },
  });
  running = engine;
  engine.describingReady.catch(() => dropFaceEngine(engine));
  return engine;
}

/** For one that broke: the next wish starts another. */
export function dropFaceEngine(engine: FaceEngine): void {
  engine.close();
  if (running === engine) running = undefined;
}

/** How much of what tracking needs is here, 0…1. */
export function useFaceEngineProgress(): number {
  return useSyncExternalStore(subscribe, trackingLoaded, () => 0);
}

function trackingLoaded(): number {
  const loaded = TRACKING.reduce((sum, { name }) => sum + (loadedBytes.get(name) ?? 0), 0);
  return Math.min(1, loaded / TRACKING_BYTES);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
