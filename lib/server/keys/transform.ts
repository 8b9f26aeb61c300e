import { createCipheriv, hkdfSync } from 'node:crypto';
import { DESCRIPTOR_LENGTH, type Descriptor } from '@/lib/recognition/descriptor';

/**
 * A keyed isometry: y = Q x + b, with Q a random orthogonal 128 × 128 matrix and b a random offset.
 * Distances inside one key are those of the descriptors; across keys they say nothing. The offset
 * hides the norm, which the rotation alone would leave to link two enrolments by.
 *
 * It makes templates renewable (ISO/IEC 24745); it is no encryption: about 100 descriptors
 * together with their images reveal it. So templates are sealed as well.
 */
export interface Transform {
  /** Q, by rows. */
  readonly matrix: Float64Array;
  readonly offset: Float64Array;
}

const N = DESCRIPTOR_LENGTH;
/** Against norms of about 1.5: what is left of them links nobody (measured, decision 0031). */
const OFFSET_LENGTH = 10;

/**
 * The same seed gives the same transform, on every machine.
 *
 * @param seed 32 bytes, secret
 */
export function makeTransform(seed: Uint8Array): Transform {
  const normal = normals(seed);
  const gaussian = Float64Array.from({ length: N * N }, normal);
  const direction = Float64Array.from({ length: N }, normal);
  const scale = OFFSET_LENGTH / Math.hypot(...direction);
  return { matrix: orthogonal(gaussian), offset: direction.map((value) => value * scale) };
}

export function transform({ matrix, offset }: Transform, descriptor: Descriptor): Descriptor {
  const image = new Float32Array(N);
  for (let row = 0; row < N; row++) {
    let sum = offset[row] ?? 0;
    for (let i = 0; i < N; i++) sum += (matrix[row * N + i] ?? 0) * (descriptor[i] ?? 0);
    image[row] = sum;
  }
  return image;
}

/** The descriptor that has this image. */
export function untransform({ matrix, offset }: Transform, image: Descriptor): Descriptor {
  const descriptor = new Float64Array(N);
  for (let row = 0; row < N; row++) {
    const value = (image[row] ?? 0) - (offset[row] ?? 0);
    for (let i = 0; i < N; i++) {
      descriptor[i] = (descriptor[i] ?? 0) + (matrix[row * N + i] ?? 0) * value;
    }
  }
  return Float32Array.from(descriptor);
}

/** Standard normal numbers from a key stream (AES-256-CTR; Box and Muller). */
function normals(seed: Uint8Array): () => number {
  const key = new Uint8Array(hkdfSync('sha256', seed, new Uint8Array(), 'transform', 32));
  const pairs = (N * N + N) / 2;
  const stream = createCipheriv('aes-256-ctr', key, new Uint8Array(16)).update(
    new Uint8Array(pairs * 16),
  );
  let at = 0;
  let spare: number | undefined;
  /** Uniform in (0, 1): 52 bits. */
  const uniform = () => {
    const bits = stream.readBigUInt64LE(at) >> 12n;
    at += 8;
    return (Number(bits) + 0.5) / 2 ** 52;
  };
  return () => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}

/**
 * Q of the QR decomposition by Householder reflections, with the signs that make it uniform over
 * all orthogonal matrices (Mezzadri 2007, "How to generate random matrices from the classical
 * compact groups").
 *
 * @param a N × N, by rows; standard normal
 */
function orthogonal(a: Float64Array): Float64Array {
  const r = a.slice();
  const q = new Float64Array(N * N);
  for (let i = 0; i < N; i++) q[i * N + i] = 1;
  const signs = new Float64Array(N);
  for (let k = 0; k < N; k++) {
    const v = reflector(r, k);
    signs[k] = -Math.sign(r[k * N + k] ?? 0);
    reflectRows(r, v, k);
    reflectColumns(q, v, k);
  }
  return q.map((value, index) => value * (signs[index % N] ?? 1));
}

/** The unit vector that reflects column k below the diagonal to zero. */
function reflector(r: Float64Array, k: number): Float64Array {
  const v = new Float64Array(N);
  for (let i = k; i < N; i++) v[i] = r[i * N + k] ?? 0;
  const length = Math.hypot(...v);
  v[k] = (v[k] ?? 0) + Math.sign(v[k] ?? 0) * length;
  const norm = Math.hypot(...v);
  return v.map((value) => value / norm);
}

/** r := (I − 2vvᵀ) r */
function reflectRows(r: Float64Array, v: Float64Array, k: number): void {
  for (let column = k; column < N; column++) {
    let dot = 0;
    for (let i = k; i < N; i++) dot += (v[i] ?? 0) * (r[i * N + column] ?? 0);
    for (let i = k; i < N; i++) {
      r[i * N + column] = (r[i * N + column] ?? 0) - 2 * dot * (v[i] ?? 0);
    }
  }
}

/** q := q (I − 2vvᵀ) */
function reflectColumns(q: Float64Array, v: Float64Array, k: number): void {
  for (let row = 0; row < N; row++) {
    let dot = 0;
    for (let i = k; i < N; i++) dot += (q[row * N + i] ?? 0) * (v[i] ?? 0);
    for (let i = k; i < N; i++) {
      q[row * N + i] = (q[row * N + i] ?? 0) - 2 * dot * (v[i] ?? 0);
    }
  }
}
