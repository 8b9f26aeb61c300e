'use client';

import { REJECT_REASONS, type RejectReason } from '@/lib/orders/order';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { REJECT_WORDS } from '@/components/words/reject-reasons';

export interface RejectDialogProps {
  readonly ticket: number;
  readonly onReject: (reason: RejectReason) => Promise<void>;
  readonly onClose: () => void;
}

/** Why not? One tap on a reason rejects; the guest's money is let go at once. */
export function RejectDialog({ ticket, onReject, onClose }: RejectDialogProps) {
  return (
    <Dialog
      open
      title={`Reject order ${ticket}?`}
      onClose={onClose}
      footer={<Button onClick={onClose}>Keep the order</Button>}
    >
      <p className="mb-4 text-ink-soft">The guest pays nothing. Pick the reason they will read.</p>
      <div className="grid gap-3">
        {REJECT_REASONS.map((reason) => (
          <Button key={reason} tone="stop" size="large" onClick={() => void onReject(reason)}>
            {REJECT_WORDS[reason]}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
