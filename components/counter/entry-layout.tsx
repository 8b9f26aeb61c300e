import type { ReactNode } from 'react';

export interface EntryLayoutProps {
  readonly heading: ReactNode;
  /** The keypad and its button. */
  readonly entry: ReactNode;
  /** What else may be done. */
  readonly beside: ReactNode;
}

/** Words beside the keypad on a wide screen, around it on a tall one: all fits unscrolled. */
export function EntryLayout({ heading, entry, beside }: EntryLayoutProps) {
  return (
    <div className="grid gap-8 max-sm:gap-5 landscape:grid-cols-2 landscape:gap-x-12">
      <div className="landscape:self-end">{heading}</div>
      <div className="mx-auto w-full max-w-md landscape:col-start-2 landscape:row-span-2 landscape:row-start-1">
        {entry}
      </div>
      <div className="grid min-h-16 content-start justify-items-center">{beside}</div>
    </div>
  );
}
