'use client';

import { useEffect, useRef, type ReactNode } from 'react';

export interface StepHeadingProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** The one heading of a step. It takes the focus, so that a screen reader follows along. */
export function StepHeading({ title, children }: StepHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className="space-y-2 text-center">
      <h1 ref={heading} tabIndex={-1} className="text-4xl leading-tight font-extrabold">
        {title}
      </h1>
      {children && <div className="text-xl text-balance text-ink-soft">{children}</div>}
    </div>
  );
}
