'use client';

import { useEffect } from 'react';

/** Keeps the screen on while this view is looked at, where the browser can (Screen Wake Lock). */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let gone = false;
    const ask = async () => {
      if (!('wakeLock' in navigator) || document.visibilityState === 'hidden') return;
      // Refused on a low battery; then the screen may sleep.
      lock = await navigator.wakeLock.request('screen').catch(() => undefined);
      if (gone) await lock?.release();
    };
    const onVisible = () => void ask();
    void ask();
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      gone = true;
      document.removeEventListener('visibilitychange', onVisible);
      void lock?.release();
    };
  }, []);
}
