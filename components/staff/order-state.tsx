import type { StaffOrder } from '@/lib/api/staff';
import { amountText } from '@/components/ui/amount';
import { Badge } from '@/components/ui/badge';
import { DISPUTE_WORDS } from '@/components/words/dispute-reasons';
import { REJECT_WORDS } from '@/components/words/reject-reasons';

/** What the column alone does not say. */
export function OrderState({ entry: { order, payment } }: { readonly entry: StaffOrder }) {
  const refunded = payment.refunded.amount !== '0';
  return (
    <p className="flex flex-wrap gap-2 empty:hidden">
      {payment.dispute && (
        <Badge tone="stop">Guest says: {DISPUTE_WORDS[payment.dispute.reason].toLowerCase()}</Badge>
      )}
      {payment.tip.amount !== '0' && <Badge tone="go">Tip {amountText(payment.tip)}</Badge>}
      {order.channel === 'online' && <Badge tone="accent">Online</Badge>}
      {payment.escrow.amount !== '0' && <Badge>Paid when it has arrived</Badge>}
      {order.state.kind === 'received' && <Badge tone="go">Arrived</Badge>}
      {order.state.kind === 'picked-up' && <Badge tone="go">Picked up</Badge>}
      {order.state.kind === 'rejected' && (
        <Badge tone="stop">Rejected: {REJECT_WORDS[order.state.reason].toLowerCase()}</Badge>
      )}
      {order.state.kind === 'lapsed' && <Badge tone="stop">Nobody answered in time</Badge>}
      {refunded && <Badge>Refunded {amountText(payment.refunded)}</Badge>}
    </p>
  );
}
