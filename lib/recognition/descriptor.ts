/** What the embedder makes of a face: 128 raw floats. */
export type Descriptor = Float32Array;

export const DESCRIPTOR_LENGTH = 128;

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
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / BYTES_EACH }, (_, i) =>
    Float32Array.from({ length: DESCRIPTOR_LENGTH }, (_, j) =>
      view.getFloat32(i * BYTES_EACH + j * 4, true),
    ),
  );
}
