import { DETECTOR } from './detector/model';
import { EMBEDDER } from './embedder/model';
import { EXPRESSION } from './expression/model';
import { LANDMARKS } from './landmarks/model';

/**
 * Every binary that the browser fetches for the face engine, and nothing else.
 *
 * Whoever starts the app copies each `source` to `public<url>` and checks its sha256. The
 * name carries the hash, so it may be cached for good. No bundler alias is needed: the
 * networks are rebuilt on tfjs-core (`layers.ts`), and face-api gives only its weights.
 */

export interface ServedBinary {
  /** Path inside node_modules. */
  readonly source: string;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
  /** Absolute path on our own origin. */
  readonly url: string;
}

export type NetworkName = 'detector' | 'landmarks' | 'expression' | 'embedder';

export interface WeightFile extends ServedBinary {
  readonly name: NetworkName;
}

const FACE_API_MODEL = '@vladmandic/face-api/model';
const TFJS_WASM = '@tensorflow/tfjs-backend-wasm/dist';

function servedAt(stem: string, sha256: string, extension: string): string {
  return `/models/${stem}.${sha256.slice(0, 12)}.${extension}`;
}

function weightFile(
  name: NetworkName,
  model: { file: string; sha256: string; bytes: number },
): WeightFile {
  return {
    name,
    source: `${FACE_API_MODEL}/${model.file}`,
    sha256: model.sha256,
    bytes: model.bytes,
    url: servedAt(name, model.sha256, 'bin'),
  };
}

/** In the order in which they are needed: a face can be tracked before the embedder is here. */
export const WEIGHTS: readonly WeightFile[] = [
  weightFile('detector', DETECTOR),
  weightFile('landmarks', LANDMARKS),
  weightFile('expression', EXPRESSION),
  weightFile('embedder', EMBEDDER),
];

function wasmFile(name: string, sha256: string, bytes: number): ServedBinary {
  return {
    source: `${TFJS_WASM}/${name}.wasm`,
    sha256,
    bytes,
    url: servedAt(name, sha256, 'wasm'),
  };
}

/** The compiled kernels of tfjs 4.22.0. A browser fetches one of the two. */
export const WASM: { readonly simd: ServedBinary; readonly plain: ServedBinary } = {
  simd: wasmFile(
    'tfjs-backend-wasm-simd',
    '77ebb28a6d34f371dbbf2086b7f2de8994acd8ea5a3cf1fa24d2c26c840cac7b',
    424_594,
  ),
  plain: wasmFile(
    'tfjs-backend-wasm',
    '70a5d516060464e5269f01c74bac1772d6b8ab6cb612acf16b5cdaf61f78d892',
    311_123,
  ),
};

/** All that must be in `public/models/` before the app can serve. */
export const SERVED_BINARIES: readonly ServedBinary[] = [...WEIGHTS, WASM.simd, WASM.plain];
