'use client';

import { useCallback, useEffect, useState } from 'react';
import type { StaffOrder, StaffOrders } from '@/lib/api/staff';
import { request } from '@/components/api/request';
import { replaceOrder } from './columns';
import { retryDelayMs } from './retry-delay';

/** `lost`: the board may be old; we keep trying. `signed-out`: only a person can mend it. */
export type Link = 'connecting' | 'live' | 'lost' | 'signed-out';

export interface OrdersFeed {
  /** Undefined until the first news. */
  readonly orders: StaffOrders | undefined;
  readonly link: Link;
  /** Puts an answer to one's own tap in at once, without waiting for the stream. */
  readonly update: (changed: StaffOrder) => void;
  /** Asks for the newest state, e.g. after a lost race. */
  readonly refresh: () => Promise<void>;
}

/** The store's orders as they are now, through server-sent events that never give up. */
export function useOrders(): OrdersFeed {
  const [orders, setOrders] = useState<StaffOrders>();
  const [link, setLink] = useState<Link>('connecting');

  const refresh = useCallback(async () => {
    const answer = await request<StaffOrders>('GET', '/api/staff/orders');
    if (answer.ok) setOrders(answer.value);
    else if (answer.problem.code === 'not-signed-in') setLink('signed-out');
  }, []);

  useEffect(() => {
    return listen({
      onOrders: (news) => {
        setOrders(news);
        setLink('live');
      },
      onLost: () => {
        setLink((before) => (before === 'signed-out' ? before : 'lost'));
        void refresh();
      },
    });
  }, [refresh]);

  const update = useCallback((changed: StaffOrder) => {
    setOrders((now) => now && { ...now, orders: replaceOrder(now.orders, changed) });
  }, []);

  return { orders, link, update, refresh };
}

/**
 * The browser's own EventSource gives up for good after an HTTP error, so each loss is
 * answered here: a new one after a growing pause, at once when the network is back.
 *
 * @returns a function that stops listening.
 */
function listen(to: {
  readonly onOrders: (orders: StaffOrders) => void;
  readonly onLost: () => void;
}): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let losses = 0;

  const connect = () => {
    clearTimeout(timer);
    source?.close();
    source = new EventSource('/api/staff/orders/stream');
    source.addEventListener('orders', ({ data }: MessageEvent<string>) => {
      losses = 0;
      to.onOrders(JSON.parse(data) as StaffOrders);
    });
    source.addEventListener('error', () => {
      source?.close();
      to.onLost();
      timer = setTimeout(connect, retryDelayMs(losses, Math.random()));
      losses += 1;
    });
  };

  connect();
  window.addEventListener('online', connect);
  return () => {
    window.removeEventListener('online', connect);
    clearTimeout(timer);
    source?.close();
  };
}
