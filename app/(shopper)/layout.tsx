import type { ReactNode } from 'react';

export default function ShopperLayout({ children }: { readonly children: ReactNode }) {
  return <div className="flex min-h-dvh flex-col">{children}</div>;
}
