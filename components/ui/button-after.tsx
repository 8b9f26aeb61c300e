'use client';

import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './button';
import { useCountdown } from './use-countdown';

export interface ButtonAfterProps extends Omit<ButtonProps, 'disabled' | 'busy' | 'children'> {
  /** From when the button appears; 0 for at once. */
  readonly seconds: number;
  /** The button's name, e.g. `Smile again`; while it waits, `Smile again in 0:25`. */
  readonly label: string;
  /** A picture before the label. */
  readonly picture?: ReactNode;
}

/** A button that can be pressed after a while, and says when. */
export function ButtonAfter({ seconds, label, picture, ...button }: ButtonAfterProps) {
  const left = useCountdown(seconds, () => undefined);
  return (
    <Button {...button} disabled={left > 0}>
      {picture}
      <span className="tabular">{left > 0 ? `${label} in ${clock(left)}` : label}</span>
    </Button>
  );
}

/** `0:05`, `8:00`. */
function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
