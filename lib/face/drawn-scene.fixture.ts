import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ready, setBackend } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import { loadDetector } from '@/models/detector/run';
import { drawnColour, type DrawnFace } from '@/models/drawn-face';
import { loadEmbedder, type Embed } from '@/models/embedder/run';
import { loadExpression } from '@/models/expression/run';
import { loadLandmarks } from '@/models/landmarks/run';
import { WEIGHTS, type NetworkName } from '@/models/weights';
import type { TrackingNetworks } from './pipeline';
import type { Pixels } from './pixels';

const packages = createRequire(import.meta.url);

/** The real networks, in Node. */
export async function loadNetworks(): Promise<{
  readonly networks: TrackingNetworks;
  readonly embed: Embed;
}> {
  await setBackend('wasm');
  await ready();
  const networks = {
    detect: loadDetector(weightsOf('detector')),
    findLandmarks: loadLandmarks(weightsOf('landmarks')),
    readExpression: loadExpression(weightsOf('expression')),
  };
  return { networks, embed: loadEmbedder(weightsOf('embedder')) };
}

function weightsOf(name: NetworkName): ArrayBuffer {
  const source = WEIGHTS.find((weights) => weights.name === name)?.source ?? '';
  return Uint8Array.from(readFileSync(packages.resolve(source))).buffer;
}

export function draw(faces: readonly DrawnFace[], width = 640, height = 480): Pixels {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i += 1) {
    data.set(drawnColour(faces, i % width, Math.floor(i / width)), i * 4);
  }
  return { width, height, data };
}

/** In the middle of 640×480, upright, unless told otherwise. */
export function drawnFace(changes: Partial<DrawnFace> = {}): DrawnFace {
  return { x: 320, y: 240, radius: 110, roll: 0, ...changes };
}
