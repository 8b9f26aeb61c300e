'use client';

import { useState } from 'react';
import type { StaffOrder } from '@/lib/api/staff';
import { PickSome } from '@/components/ui/choice-cards';
import { amountText } from '@/components/ui/amount';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

export interface MissingDialogProps {
  readonly entry: StaffOrder;
  /** @param unavailable positions of the order's items */
  readonly onAccept: (unavailable: number[]) => Promise<void>;
  readonly onClose: () => void;
}

/** What is missing? The guest pays for the rest only. */
export function MissingDialog({ entry: { order }, onAccept, onClose }: MissingDialogProps) {
  const [missing, setMissing] = useState<readonly string[]>([]);
  const choices = order.items.map((item, index) => ({
    id: String(index),
    label: `${item.quantity} × ${item.name}`,
    detail: amountText(item.total),
  }));
  return (
    <Dialog
      open
      title={`What is missing in order ${order.ticket}?`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Back</Button>
          <Button
            tone="go"
            disabled={missing.length === 0}
            onClick={() => void onAccept(missing.map(Number))}
          >
            Accept the rest
          </Button>
        </>
      }
    >
      <PickSome
        legend="The guest pays for the rest only"
        choices={choices}
        values={missing}
        max={order.items.length - 1}
        onChange={setMissing}
      />
    </Dialog>
  );
}
