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
    <div className="mx-auto max-w-2xl space-y-2 text-center">
      <h1 ref={heading} tabIndex={-1} className="text-3xl leading-tight sm:text-4xl font-extrabold">
        {title}
      </h1>
      {children && <div className="text-xl text-balance text-ink-soft">{children}</div>}
    </div>
  );
}
