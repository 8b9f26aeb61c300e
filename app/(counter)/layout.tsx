import type { ReactNode } from 'react';
import './kiosk.css';

export default function CounterLayout({ children }: { readonly children: ReactNode }) {
  return children;
}
