'use client';

import { useEffect, useRef, type RefObject } from 'react';

/**
 * Moves the focus to an element when `step` changes: the button that was pressed is gone by
 * then, and whoever reads by ear or moves by keyboard should land on what came instead.
 *
 * @ensures the first step leaves the focus alone.
 */
export function useFocusOn(step: string): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    element.current?.focus();
  }, [step]);
  return element;
}
