import type { StaffOrders } from '@/lib/api/staff';
import { retryDelayMs } from './retry-delay';

/** Two heartbeats missed: a connection that dies silently would never say so itself. */
const SILENCE_MAX_MS = 50_000;
/** After the server let this window go for newer ones: back at once, it would push out another. */
const DISPLACED_PAUSE_MS = 30_000;

export interface OrdersListener {
  readonly onOrders: (orders: StaffOrders) => void;
  /** What was heard last may be old now. Another try follows by itself. */
  readonly onLost: () => void;
}

/**
 * Listens to the store's orders and never gives up. The browser's own EventSource does
 * for good after an HTTP error, so each loss is answered here: a new one after a growing
 * pause, at once when the network is back.
 *
 * @returns a function that stops listening.
 */
export function listenToOrders({ onOrders, onLost }: OrdersListener): () => void {
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let losses = 0;

  function hear(): void {
    clearTimeout(silence);
    silence = setTimeout(lose, SILENCE_MAX_MS);
  }

  function lose(): void {
    loseFor(retryDelayMs(losses, Math.random()));
    losses += 1;
  }

  function loseFor(pauseMs: number): void {
    hush();
    onLost();
    retry = setTimeout(connect, pauseMs);
  }

  function connect(): void {
    hush();
    hear();
    source = new EventSource('/api/staff/orders/stream');
    source.addEventListener('still-here', hear);
    source.addEventListener('orders', ({ data }: MessageEvent<string>) => {
      hear();
      losses = 0;
      onOrders(JSON.parse(data) as StaffOrders);
    });
    source.addEventListener('displaced', () => loseFor(DISPLACED_PAUSE_MS));
    source.addEventListener('error', lose);
  }

  function hush(): void {
    source?.close();
    clearTimeout(retry);
    clearTimeout(silence);
  }

  connect();
  window.addEventListener('online', connect);
  window.addEventListener('offline', lose);
  return () => {
    window.removeEventListener('online', connect);
    window.removeEventListener('offline', lose);
    hush();
  };
}
