'use client';

import { useEffect, useRef } from 'react';
import { Notice } from '@/components/ui/notice';

const SHOWN_MS = 6000;

export interface OvertakenProps {
  readonly ticket: number;
  readonly onRead: () => void;
}

/** Two tablets, one order: says to the slower hand why the card has moved by itself. */
export function Overtaken({ ticket, onRead }: OvertakenProps) {
  const read = useRef(onRead);
  useEffect(() => {
    read.current = onRead;
  });
  useEffect(() => {
    const timer = setTimeout(() => read.current(), SHOWN_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="px-4 pt-4">
      <Notice title={`Order ${String(ticket)} has moved on`}>
        Someone was a moment faster. You see how it stands now.
      </Notice>
    </div>
  );
}
