'use client';

import { useState } from 'react';
import { v7 as makeId } from 'uuid';
import type { RefundRequest, StaffOrder } from '@/lib/api/staff';
import { parseMoney, toDecimal } from '@/lib/money/format';
import type { Money } from '@/lib/money/money';
import { moneySchema, toWire } from '@/lib/money/wire';
import { amountText } from '@/components/ui/amount';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';

export interface RefundDialogProps {
  readonly entry: StaffOrder;
  readonly busy: boolean;
  readonly trouble: string | null;
  readonly onRefund: (body: RefundRequest) => Promise<void>;
  readonly onClose: () => void;
}

/** Gives back all or some of what was paid. */
export function RefundDialog({ entry, busy, trouble, onRefund, onClose }: RefundDialogProps) {
  const { order, payment, refundable } = entry;
  const most = moneySchema.parse(refundable);
  const [text, setText] = useState(() => toDecimal(most.amount, most.currency));
  // The id belongs to the amount: tapped twice it is one refund, changed it is another.
  const [id, setId] = useState(() => makeId());
  const change = (next: string) => {
    setText(next);
    setId(makeId());
  };
  const amount = parseMoney(text, most.currency);
  const error = wrongWith(amount, most);
  return (
    <Dialog
      open
      title={`Refund order ${order.ticket}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Keep the money</Button>
          <Button
            tone="stop"
            type="submit"
            form={`refund-${order.id}`}
            busy={busy ? 'Refunding…' : undefined}
            disabled={error !== undefined}
          >
            {amount && !error ? `Refund ${amountText(toWire(amount))}` : 'Refund'}
          </Button>
        </>
      }
    >
      <form
        id={`refund-${order.id}`}
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (amount && !error) void onRefund({ id, amount: toWire(amount) });
        }}
      >
        <p className="text-ink-soft">
          {payment.payer ?? 'The guest'} gets it back at once. At most {amountText(refundable)}.
        </p>
        <TextField
          label="Amount"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          error={text === '' ? undefined : error}
          onChange={(event) => change(event.target.value)}
        />
        <p role="alert" className="font-bold text-stop-ink">
          {trouble}
        </p>
      </form>
    </Dialog>
  );
}

function wrongWith(amount: Money | undefined, most: Money): string | undefined {
  if (!amount || amount.amount === 0n) return 'Please type an amount.';
  return amount.amount > most.amount ? 'That is more than was paid.' : undefined;
}
