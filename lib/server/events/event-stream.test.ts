import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { eventStream, HEARTBEAT_MS, type EventStream } from './event-stream';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A stream that holds one thing, and how often that was given up. */
function opened(signal = new AbortController().signal) {
  const given = { up: 0 };
  let stream: EventStream | undefined;
  const response = eventStream(signal, (each) => {
    stream = each;
    each.onEnd(() => (given.up += 1));
  });
  const reader = response.body?.getReader();
  if (!reader) throw new Error('no body');
  const read = async () => {
    const { done, value } = await reader.read();
    return done ? 'over' : new TextDecoder().decode(value);
  };
  return { stream, reader, read, given };
}

describe('an event stream', () => {
  it('holds nothing for a client that left before it began', () => {
    const { stream, given } = opened(AbortSignal.abort());
    expect(stream).toBeUndefined();
    expect(given.up).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    ['the client leaves', (leave: AbortController) => leave.abort()],
    ['the reader cancels', (_: AbortController, { reader }: Opened) => void reader.cancel()],
    ['the server ends it', (_: AbortController, { stream }: Opened) => stream?.end()],
  ])('gives up what it holds once when %s, and again by the others', async (_, endIt) => {
    const leave = new AbortController();
    const open = opened(leave.signal);
    await open.read();
    endIt(leave, open);
    expect(open.given.up).toBe(1);
    expect(vi.getTimerCount()).toBe(0);

    leave.abort();
    await open.reader.cancel();
    open.stream?.end();
    open.stream?.sendLatest('orders', 'too late');
    expect(open.given.up).toBe(1);
  });

  it('gives up at once what is brought to it after its end', () => {
    const { stream } = opened();
    stream?.end();
    const late = vi.fn();
    stream?.onEnd(late);
    expect(late).toHaveBeenCalledOnce();
  });

  it('keeps one event for a slow reader, the newest', async () => {
    const { stream, read } = opened();
    expect(await read()).toBe('retry: 1000\n\n');
    const next = read();
    stream?.sendLatest('orders', '1');
    expect(await next).toBe('event: orders\ndata: 1\n\n');
    stream?.sendLatest('orders', '2');
    stream?.sendLatest('orders', '3');
    expect(await read()).toBe('event: orders\ndata: 3\n\n');
  });

  it('beats as long as somebody reads', async () => {
    const { read, given } = opened();
    expect(await read()).toBe('retry: 1000\n\n');
    for (let i = 1; i <= 5; i += 1) {
      const next = read();
      await vi.advanceTimersByTimeAsync(HEARTBEAT_MS);
      expect(await next).toBe('event: still-here\ndata:\n\n');
    }
    expect(given.up).toBe(0);
  });

  it('is given up when nobody reads, although nobody said goodbye', async () => {
    const { given } = opened();
    await vi.advanceTimersByTimeAsync(2 * HEARTBEAT_MS);
    expect(given.up).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('says a last word when there is one', async () => {
    const { stream, read } = opened();
    expect(await read()).toBe('retry: 1000\n\n');
    const next = read();
    stream?.end('displaced');
    expect(await next).toBe('event: displaced\ndata:\n\n');
    expect(await read()).toBe('over');
  });
});

type Opened = ReturnType<typeof opened>;
