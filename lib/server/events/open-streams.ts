import 'server-only';
import type { EventStream } from './event-stream';

/** Tablets, laptop and phone of one member, with a spare window each. */
export const STREAMS_PER_MEMBER = 12;
/** The tablets of one store. */
export const STREAMS_PER_STORE = 60;

interface OpenStream {
  readonly staffId: string;
  readonly storeId: string;
  readonly stream: Pick<EventStream, 'end'>;
}

/** In the order in which they were opened. One set a process: each instance counts its own. */
const shared = globalThis as typeof globalThis & { smileOpenStreams?: Set<OpenStream> };

/**
 * Counts a stream until it ends. One too many ends the oldest of the same member or store, not
 * itself: the oldest is most likely a connection that died without a word.
 */
export function countStream(
  { id: staffId, storeId }: { readonly id: string; readonly storeId: string },
  stream: Pick<EventStream, 'end' | 'onEnd'>,
): void {
  const streams = openStreams();
  const opened: OpenStream = { staffId, storeId, stream };
  makeRoom((each) => each.staffId === staffId, STREAMS_PER_MEMBER);
  makeRoom((each) => each.storeId === storeId, STREAMS_PER_STORE);
  streams.add(opened);
  stream.onEnd(() => streams.delete(opened));
}

/** Ends the member's streams, on every device: whoever is still signed in opens a new one. */
export function endStreamsOf(staffId: string): void {
  for (const each of [...openStreams()]) {
    if (each.staffId === staffId) each.stream.end();
  }
}

export function countStreams(storeId: string): number {
  return [...openStreams()].filter((each) => each.storeId === storeId).length;
}

function makeRoom(isOne: (each: OpenStream) => boolean, max: number): void {
  const others = [...openStreams()].filter(isOne);
  for (const { stream } of others.slice(0, Math.max(0, others.length - max + 1))) {
    stream.end('displaced');
  }
}

function openStreams(): Set<OpenStream> {
  return (shared.smileOpenStreams ??= new Set());
}
