'use client';

import { useMemo, useState } from 'react';
import type { StaffRole } from '@/lib/access/roles';
import type { StaffOrder } from '@/lib/api/staff';
import type { Channel } from '@/lib/orders/order';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Progress } from '@/components/ui/progress';
import { useWakeLock } from '@/components/ui/use-wake-lock';
import { Alarms } from './alarms';
import { BoardHeader } from './board-header';
import { playChime } from './chime';
import { CasesNotice } from './cases-notice';
import { COLUMNS, intoColumns, type Column } from './columns';
import { LinkNotice } from './link-notice';
import { OrderCard } from './order-card';
import { Overtaken } from './overtaken';
import { useArrivals } from './use-arrivals';
import { useChimeWish } from './use-chime-wish';
import { useNow } from './use-now';
import { useOrders } from './use-orders';

type Titles = Partial<Record<Column, { readonly title: string; readonly empty: string }>>;

const TITLES: Record<Channel, Titles> = {
  counter: {
    new: { title: 'New', empty: 'All answered' },
    preparing: { title: 'Preparing', empty: 'Nothing on the stove' },
    ready: { title: 'Ready', empty: 'Nothing waiting' },
    done: { title: 'Done', empty: 'Nothing yet today' },
  },
  // Online nobody has to answer: what is paid has to be sent.
  online: {
    preparing: { title: 'To send', empty: 'Everything is sent' },
    ready: { title: 'On the way', empty: 'Nothing on the way' },
    done: { title: 'Done', empty: 'Nothing yet today' },
  },
};

/** The store's orders, from new to done. */
export function Board(props: { readonly staffName: string; readonly role: StaffRole }) {
  const feed = useOrders();
  const nowMs = useNow(10_000);
  useWakeLock();
  const [overtaken, setOvertaken] = useState<number | null>(null);
  const onRaceLost = async (ticket: number) => {
    await feed.refresh();
    setOvertaken(ticket);
  };
  const [chimes, setChimes] = useChimeWish();
  const columns = useMemo(() => feed.orders && intoColumns(feed.orders.orders), [feed.orders]);
  const inbox = feed.orders?.channel === 'online' ? columns?.preparing : columns?.new;
  const arrival = useArrivals(inbox, () => {
    if (chimes) playChime();
  });
  return (
    <div className="flex min-h-dvh flex-col lg:h-dvh">
      <BoardHeader
        {...props}
        storeName={feed.orders?.storeName}
        hasCounters={feed.orders?.channel === 'counter'}
        chimes={chimes}
        onChimes={setChimes}
      />
      <LinkNotice link={feed.link} />
      {overtaken !== null && (
        <Overtaken key={overtaken} ticket={overtaken} onRead={() => setOvertaken(null)} />
      )}
      <Alarms alarms={feed.orders?.alarms ?? []} nowMs={nowMs} onSeen={feed.refresh} />
      <CasesNotice open={feed.orders?.openCases ?? 0} role={props.role} />
      <p role="status" className="sr-only">
        {arrival}
      </p>
      {columns && feed.orders ? (
        <main className="grid min-h-0 grow gap-4 p-4 md:grid-cols-2 lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none">
          {COLUMNS.flatMap((column) => {
            const titles = feed.orders && TITLES[feed.orders.channel][column];
            return titles ? [{ column, titles }] : [];
          }).map(({ column, titles }) => (
            <BoardColumn
              key={column}
              column={column}
              titles={titles}
              entries={columns[column]}
              nowMs={nowMs}
              onChanged={feed.update}
              onRaceLost={onRaceLost}
            />
          ))}
        </main>
      ) : (
        <main className="grid grow place-items-center">
          <Progress label="Fetching the orders…" />
        </main>
      )}
    </div>
  );
}

function BoardColumn(props: {
  readonly column: Column;
  readonly titles: { readonly title: string; readonly empty: string };
  readonly entries: readonly StaffOrder[];
  readonly nowMs: number;
  readonly onChanged: (changed: StaffOrder) => void;
  readonly onRaceLost: (ticket: number) => Promise<void>;
}) {
  const { column, titles, entries, nowMs, onChanged, onRaceLost } = props;
  const { title, empty } = titles;
  return (
    <section
      aria-labelledby={`column-${column}`}
      className="flex min-h-0 flex-col rounded-card bg-sunken"
    >
      <h2
        id={`column-${column}`}
        className="flex items-center justify-between px-4 py-3 text-xl font-extrabold"
      >
        {title}
        <Badge tone={column === 'new' && entries.length > 0 ? 'accent' : 'plain'}>
          {entries.length}
        </Badge>
      </h2>
      {entries.length === 0 ? (
        <EmptyState title={empty} />
      ) : (
        <ul className="min-h-0 space-y-3 overflow-y-auto p-3 pt-0">
          {entries.map((entry) => (
            <OrderCard
              key={entry.order.id}
              entry={entry}
              nowMs={nowMs}
              onChanged={onChanged}
              onRaceLost={() => onRaceLost(entry.order.ticket)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
