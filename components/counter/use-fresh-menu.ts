'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect } from 'react';
import type { Terminal } from '@/lib/api/terminals';
import { request } from '@/components/api/request';
import type { Screen } from './flow';

/**
 * Asks for the page again when a guest has left, and when the menu on it cannot be ordered
 * from: something is sold out, or the store has parted from this counter.
 */
export function useFreshMenu(screen: Screen): void {
  const router = useRouter();
  const refresh = useCallback(() => void refreshIfReachable(() => router.refresh()), [router]);
  const atMenu = screen.kind === 'menu';
  const trouble = screen.kind === 'menu' ? screen.trouble : null;
  useEffect(() => (atMenu ? undefined : refresh), [atMenu, refresh]);
  useEffect(() => {
    if (trouble) refresh();
  }, [trouble, refresh]);
}

/** A refresh without a network would leave the tablet on the browser's own error page. */
async function refreshIfReachable(refresh: () => void): Promise<void> {
  const answer = await request<Terminal>('GET', '/api/terminals/me');
  if (answer.ok || answer.problem.code === 'terminal-not-paired') refresh();
}
