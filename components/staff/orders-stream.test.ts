import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listenToOrders } from './orders-stream';

/** The browser's EventSource as far as it is used; Node 20 has none. */
class Source extends EventTarget {
  static readonly opened: Source[] = [];
  open = true;

  constructor(readonly url: string) {
    super();
    Source.opened.push(this);
  }

  close(): void {
    this.open = false;
  }

  say(kind: string, data = ''): void {
    if (this.open) this.dispatchEvent(new MessageEvent(kind, { data }));
  }
}

const latest = () => Source.opened.at(-1);
const board = { storeName: 'K Pro at the lake', orders: [] };
const onOrders = vi.fn();
const onLost = vi.fn();
let page: EventTarget;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Source);
  page = new EventTarget();
  vi.stubGlobal('window', page);
  Source.opened.length = 0;
  onOrders.mockClear();
  onLost.mockClear();
  stop = listenToOrders({ onOrders, onLost });
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('listenToOrders', () => {
  it('hands on what the store says', () => {
    latest()?.say('orders', JSON.stringify(board));
    expect(onOrders).toHaveBeenCalledWith(board);
  });

  it('tries again after each loss, and later each time', () => {
    latest()?.say('error');
    expect(onLost).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(500);
    expect(Source.opened).toHaveLength(2);

    latest()?.say('error');
    vi.advanceTimersByTime(499);
    expect(Source.opened).toHaveLength(2);
    vi.advanceTimersByTime(501);
    expect(Source.opened).toHaveLength(3);
  });

  it('notices a connection that died without a word, but not a quiet evening', () => {
    for (let i = 0; i < 10; i++) {
      vi.advanceTimersByTime(20_000);
      latest()?.say('still-here');
    }
    expect(onLost).not.toHaveBeenCalled();
    vi.advanceTimersByTime(50_000);
    expect(onLost).toHaveBeenCalledOnce();
    expect(Source.opened[0]?.open).toBe(false);
  });

  it('waits before it comes back when newer windows took its place', () => {
    latest()?.say('displaced');
    expect(onLost).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(29_000);
    expect(Source.opened).toHaveLength(1);
    vi.advanceTimersByTime(1_000);
    expect(Source.opened).toHaveLength(2);
  });

  it('says so when the network goes, and is back at once with it', () => {
    page.dispatchEvent(new Event('offline'));
    expect(onLost).toHaveBeenCalledOnce();
    page.dispatchEvent(new Event('online'));
    expect(latest()?.open).toBe(true);
    expect(Source.opened.filter(({ open }) => open)).toHaveLength(1);
  });

  it('is silent once stopped', () => {
    stop();
    expect(latest()?.open).toBe(false);
    vi.advanceTimersByTime(120_000);
    page.dispatchEvent(new Event('online'));
    expect(onLost).not.toHaveBeenCalled();
  });
});
