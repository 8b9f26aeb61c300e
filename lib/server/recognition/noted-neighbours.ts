import { NEIGHBOURS_MAX } from '@/lib/recognition/neighbours';

/** Another enrolled person, and how far the two templates are apart. */
export interface NotedNeighbour {
  readonly shopperId: string;
  readonly distance: number;
}

const ID_BYTES = 16;
const BYTES_EACH = ID_BYTES + 4;

/** Nearest first: 16 bytes of id, a little-endian float32 of distance. */
export function encodeNeighbours(neighbours: readonly NotedNeighbour[]): Uint8Array {
  const bytes = new Uint8Array(neighbours.length * BYTES_EACH);
  const view = new DataView(bytes.buffer);
  neighbours.forEach(({ shopperId, distance }, i) => {
    bytes.set(Buffer.from(shopperId.replaceAll('-', ''), 'hex'), i * BYTES_EACH);
    view.setFloat32(i * BYTES_EACH + ID_BYTES, distance, true);
  });
  return bytes;
}

/** @throws RangeError when these are not the bytes of {@link encodeNeighbours} */
export function decodeNeighbours(bytes: Uint8Array): NotedNeighbour[] {
  if (bytes.length % BYTES_EACH !== 0) throw new RangeError('not a whole number of neighbours');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / BYTES_EACH }, (_, i) => ({
    shopperId: uuidOf(bytes.subarray(i * BYTES_EACH, i * BYTES_EACH + ID_BYTES)),
    distance: view.getFloat32(i * BYTES_EACH + ID_BYTES, true),
  }));
}

function uuidOf(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
  const part = (from: number, to: number) => hex.slice(from, to);
  return `${part(0, 8)}-${part(8, 12)}-${part(12, 16)}-${part(16, 20)}-${part(20, 32)}`;
}

/** Distance of the farthest neighbour that is kept; infinite while there are fewer than ten. */
export function reachOf(neighbours: readonly NotedNeighbour[] | null): number {
  return neighbours?.[NEIGHBOURS_MAX - 1]?.distance ?? Infinity;
}

/** The list with one more person in it, or with a new distance; nearest first, ten at most. */
export function withNeighbour(
  neighbours: readonly NotedNeighbour[],
  neighbour: NotedNeighbour,
): readonly NotedNeighbour[] {
  const others = neighbours.filter(({ shopperId }) => shopperId !== neighbour.shopperId);
  return [...others, neighbour].sort((a, b) => a.distance - b.distance).slice(0, NEIGHBOURS_MAX);
}
