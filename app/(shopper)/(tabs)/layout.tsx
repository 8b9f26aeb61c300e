import type { ReactNode } from 'react';
import { TabBar } from '@/components/shopper/tab-bar';

export default function TabsLayout({ children }: { readonly children: ReactNode }) {
  return (
    <>
      {children}
      <TabBar />
    </>
  );
}
