'use client';

import { useCallback, useEffect, useState } from 'react';
import type { StaffOrder, StaffOrders } from '@/lib/api/staff';
import { request } from '@/components/api/request';
import { replaceOrder } from './columns';
import { listenToOrders } from './orders-stream';

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
    return listenToOrders({
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
