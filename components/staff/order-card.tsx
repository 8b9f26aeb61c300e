'use client';

import { useState } from 'react';
import type { StaffOrder } from '@/lib/api/staff';
import { Amount } from '@/components/ui/amount';
import { OrderItems } from '@/components/cart/order-items';
import { Card } from '@/components/ui/card';
import { ageInWords } from './age';
import { startOf } from './columns';
import { MissingDialog } from './missing-dialog';
import { OrderButtons, type Question } from './order-buttons';
import { OrderState } from './order-state';
import { RefundDialog } from './refund-dialog';
import { RejectDialog } from './reject-dialog';
import { useOrderAction } from './use-order-action';

export interface OrderCardProps {
  readonly entry: StaffOrder;
  readonly nowMs: number;
  readonly onChanged: (changed: StaffOrder) => void;
  readonly onRaceLost: () => Promise<void>;
}

/** One order: what to make, for whom, since when, and what can be done about it. */
export function OrderCard({ entry, nowMs, onChanged, onRaceLost }: OrderCardProps) {
  const { order } = entry;
  const [asking, setAsking] = useState<Question | null>(null);
  const { busy, trouble, act } = useOrderAction(order.id, onChanged, onRaceLost);
  const headingId = `order-${order.id}`;
  return (
    <li>
      <Card aria-labelledby={headingId} className="space-y-3 p-4">
        <Headline id={headingId} entry={entry} nowMs={nowMs} />
        <OrderItems items={order.items} />
        <OrderState entry={entry} />
        <p role="status" className="font-bold text-stop-ink empty:hidden">
          {trouble}
        </p>
        <OrderButtons
          entry={entry}
          busy={busy}
          onAct={(kind) => void act({ kind, body: {} })}
          onAsk={setAsking}
        />
      </Card>
      {asking === 'missing' && (
        <MissingDialog
          entry={entry}
          onAccept={async (unavailable) => {
            setAsking(null);
            await act({ kind: 'accept', body: { unavailable } });
          }}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'reject' && (
        <RejectDialog
          ticket={order.ticket}
          onReject={async (reason) => {
            setAsking(null);
            await act({ kind: 'reject', body: { reason } });
          }}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'refund' && (
        <RefundDialog
          entry={entry}
          busy={busy === 'refund'}
          onRefund={async (body) => {
            if (await act({ kind: 'refund', body })) setAsking(null);
          }}
          trouble={trouble}
          onClose={() => setAsking(null)}
        />
      )}
    </li>
  );
}

function Headline(props: {
  readonly id: string;
  readonly entry: StaffOrder;
  readonly nowMs: number;
}) {
  const { id, entry, nowMs } = props;
  return (
    <header className="flex items-start justify-between gap-3">
      <div>
        <h3 id={id} className="text-2xl leading-none font-extrabold">
          <span className="sr-only">Order </span>
          <span className="tabular">{entry.order.ticket}</span>
        </h3>
        <p className="mt-1 text-ink-soft">{entry.payment.payer ?? 'Guest'}</p>
      </div>
      <p className="text-right">
        <Amount value={dueOf(entry)} className="block text-lg font-bold" />
        <span className="tabular text-sm text-ink-soft">{ageInWords(startOf(entry), nowMs)}</span>
      </p>
    </header>
  );
}

/** What was asked for with its tip, or what was taken of it. */
function dueOf({ payment: { captured, amount } }: StaffOrder) {
  return captured.amount === '0' ? amount : captured;
}
