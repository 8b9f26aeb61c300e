import type { Metadata } from 'next';
import { Counter } from '@/components/counter/counter';
import { Pairing } from '@/components/counter/pairing';
import { terminalOfCookie } from '@/lib/server/access/terminal';
import { readMenu } from '@/lib/server/catalogue/read-menu';

export const metadata: Metadata = { title: 'Counter' };

interface CounterPageProps {
  readonly searchParams: Promise<{ pair?: string | string[] }>;
}

/**
 * The menu for whoever has the cookie; what acts needs the tablet's key. `?pair=again` is for a
 * tablet that has lost it.
 */
export default async function CounterPage({ searchParams }: CounterPageProps) {
  const terminal = await terminalOfCookie();
  if (!terminal || (await searchParams).pair) return <Pairing paired={terminal !== null} />;
  return <Counter store={await readMenu(terminal.storeId)} />;
}
