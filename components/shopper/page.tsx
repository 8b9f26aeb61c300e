import type { ReactNode } from 'react';

/** One column, as wide as a phone likes it. */
export function PhonePage({ children }: { readonly children: ReactNode }) {
  return <main className="mx-auto w-full max-w-xl px-5 pt-4 pb-12">{children}</main>;
}

/** More room where a tablet has it: for the shop's shelves. */
export function ShelfPage({ children }: { readonly children: ReactNode }) {
  return <main className="mx-auto w-full max-w-4xl px-5 pt-4 pb-12">{children}</main>;
}
