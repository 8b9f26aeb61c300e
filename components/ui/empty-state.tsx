import type { ReactNode } from 'react';

export interface EmptyStateProps {
  /** An icon or one of our pictures; decoration only. */
  readonly picture?: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  /** The way on. */
  readonly action?: ReactNode;
}

/** Nothing here yet, said kindly, with a way on. */
export function EmptyState({ picture, title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-3 px-4 py-12 text-center">
      {picture && <div aria-hidden="true">{picture}</div>}
      <p className="text-xl font-extrabold">{title}</p>
      {children && <div className="max-w-prose text-ink-soft">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-3">{action}</div>}
    </div>
  );
}
