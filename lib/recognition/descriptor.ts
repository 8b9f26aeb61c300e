/** 128 numbers of one model; the distance of two tells how alike two faces are. */
export type Descriptor = Float32Array;

export const DESCRIPTOR_LENGTH = 128;

/** The mean of several descriptors of one person: less noise than any one of them. */
export function fuse(descriptors: readonly Descriptor[]): Descriptor {
  if (descriptors.length === 0) throw new RangeError('nothing to fuse');
  return Float32Array.from({ length: DESCRIPTOR_LENGTH }, (_, i) => {
    const sum = descriptors.reduce((total, descriptor) => total + (descriptor[i] ?? 0), 0);
    return sum / descriptors.length;
  });
}

/** Raw, not normalised: the norm carries information in this space (see the model card). */
export function euclidean(a: Descriptor, b: Descriptor): number {
  let sum = 0;
  for (let i = 0; i < DESCRIPTOR_LENGTH; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    sum += difference * difference;
  }
  return Math.sqrt(sum);
}

const BYTES_EACH = DESCRIPTOR_LENGTH * 4;

/** The descriptors one after the other, little-endian float32: 512 bytes each. */
export function encodeDescriptors(descriptors: readonly Descriptor[]): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(descriptors.length * BYTES_EACH));
  descriptors.forEach((descriptor, i) => {
    descriptor.forEach((value, j) => view.setFloat32(i * BYTES_EACH + j * 4, value, true));
  });
  return new Uint8Array(view.buffer);
}

/** @requires bytes that {@link encodeDescriptors} made. @throws RangeError otherwise. */
export function decodeDescriptors(bytes: Uint8Array): Descriptor[] {
  if (bytes.length % BYTES_EACH !== 0) throw new RangeError('not a whole number of descriptors');
  const values = IS_LITTLE_ENDIAN ? copied(bytes) : converted(bytes);
  return Array.from({ length: bytes.length / BYTES_EACH }, (_, i) =>
    values.subarray(i * DESCRIPTOR_LENGTH, (i + 1) * DESCRIPTOR_LENGTH),
  );
}

const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Faster than a number at a time; a decision reads eleven templates. */
function copied(bytes: Uint8Array): Float32Array {
  return new Float32Array(new Uint8Array(bytes).buffer);
}

function converted(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(i * 4, true));
}
