'use client';

import { useCallback, useSyncExternalStore } from 'react';

const KEY = 'staff:chime';
const CHANGED = 'smile:chime';

/** Whether this tablet wants a chime for new orders; kept on the tablet, off at first. */
export function useChimeWish(): readonly [boolean, (wish: boolean) => void] {
  const wish = useSyncExternalStore(
    (onChange) => {
      window.addEventListener(CHANGED, onChange);
      return () => window.removeEventListener(CHANGED, onChange);
    },
    () => localStorage.getItem(KEY) === 'on',
    () => false,
  );
  const setWish = useCallback((next: boolean) => {
    localStorage.setItem(KEY, next ? 'on' : 'off');
    window.dispatchEvent(new Event(CHANGED));
  }, []);
  return [wish, setWish];
}
