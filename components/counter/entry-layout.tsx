import type { ReactNode } from 'react';

export interface EntryLayoutProps {
  readonly children: ReactNode;
  /** The keypad and its button. */
  readonly entry: ReactNode;
}

/** Words beside the keypad on a wide screen, above it on a tall one: all fits unscrolled. */
export function EntryLayout({ children, entry }: EntryLayoutProps) {
  return (
    <div className="grid items-center gap-8 landscape:grid-cols-2 landscape:gap-12">
      <div className="space-y-8">{children}</div>
      <div className="mx-auto w-full max-w-md">{entry}</div>
    </div>
  );
}
