/**
 * Weights as tfjs-converter stores them: one binary, described by a manifest. Values are
 * float32, or uint8 q standing for q × scale + min.
 */

export interface ManifestEntry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly quantization?: { readonly dtype: string; readonly scale: number; readonly min: number };
}

export type Manifest = readonly { readonly weights: readonly ManifestEntry[] }[];

export interface StoredWeight {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

export type StoredWeights = ReadonlyMap<string, StoredWeight>;

/**
 * @requires `bytes` is the whole binary that `manifest` describes.
 * @throws RangeError when it is shorter or longer: a cut download must not become a network.
 */
export function readStoredWeights(manifest: Manifest, bytes: ArrayBuffer): StoredWeights {
  const weights = new Map<string, StoredWeight>();
  let offset = 0;
  for (const entry of manifest.flatMap((group) => group.weights)) {
    const length = entry.shape.reduce((product, side) => product * side, 1);
    const values = readValues(entry, bytes, offset, length);
    offset += entry.quantization ? length : length * 4;
    weights.set(entry.name, { shape: entry.shape, values });
  }
  if (offset !== bytes.byteLength) {
    throw new RangeError(`weights are ${bytes.byteLength} bytes, the manifest says ${offset}`);
  }
  return weights;
}

function readValues(
  { quantization, name }: ManifestEntry,
  bytes: ArrayBuffer,
  offset: number,
  length: number,
): Float32Array {
  if (!quantization) return new Float32Array(bytes.slice(offset, offset + length * 4));
  if (quantization.dtype !== 'uint8') throw new RangeError(`${name}: unknown quantization`);
  const { scale, min } = quantization;
  const stored = new Uint8Array(bytes, offset, length);
  const values = new Float32Array(length);
  // A plain loop: `Float32Array.from` with a function takes ten times as long, and the
  // embedder has 6.4 million of these.
  for (let i = 0; i < length; i += 1) values[i] = (stored[i] ?? 0) * scale + min;
  return values;
}

/** @throws RangeError when the network has no weight of that name. */
export function weightOf(weights: StoredWeights, name: string): StoredWeight {
  const weight = weights.get(name);
  if (!weight) throw new RangeError(`no weight is called ${name}`);
  return weight;
}
