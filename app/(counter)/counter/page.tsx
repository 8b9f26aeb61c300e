import type { Metadata } from 'next';
import { Counter } from '@/components/counter/counter';
import { Pairing } from '@/components/counter/pairing';
import { currentTerminal } from '@/lib/server/auth/terminal';
import { storeMenu } from '@/lib/server/shop/menu';

export const metadata: Metadata = { title: 'Counter' };

export default async function CounterPage() {
  const terminal = await currentTerminal();
  return terminal ? <Counter store={await storeMenu(terminal.storeId)} /> : <Pairing />;
}
