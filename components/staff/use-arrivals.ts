'use client';

import { useEffect, useRef, useState } from 'react';
import type { StaffOrder } from '@/lib/api/staff';

/**
 * Watches for orders that were not there before; those of the first look are no news.
 *
 * @param onArrival is called once for each look with at least one new order.
 * @returns words for a live region, e.g. `New order 42`.
 */
export function useArrivals(
  waiting: readonly StaffOrder[] | undefined,
  onArrival: () => void,
): string {
  const known = useRef<ReadonlySet<string> | undefined>(undefined);
  const arrived = useRef(onArrival);
  const [words, setWords] = useState('');
  useEffect(() => {
    arrived.current = onArrival;
  });
  useEffect(() => {
    if (!waiting) return;
    const before = known.current;
    known.current = new Set([...(before ?? []), ...waiting.map(({ order }) => order.id)]);
    const fresh = before ? waiting.filter(({ order }) => !before.has(order.id)) : [];
    if (fresh.length === 0) return;
    setWords(fresh.map(({ order }) => `New order ${order.ticket}`).join(', '));
    arrived.current();
  }, [waiting]);
  return words;
}
