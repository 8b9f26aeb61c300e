import type { StaffOrder } from '@/lib/api/staff';
import { Button } from '@/components/ui/button';
import type { OrderAction } from './use-order-action';

export interface OrderButtonsProps {
  readonly entry: StaffOrder;
  readonly busy: OrderAction['kind'] | null;
  readonly onAct: (kind: 'accept' | 'ready' | 'pick-up') => void;
  /** These two ask back before they do anything. */
  readonly onAsk: (kind: 'reject' | 'refund') => void;
}

/** Only what this order's state allows. */
export function OrderButtons({ entry, busy, onAct, onAsk }: OrderButtonsProps) {
  const { order, refundable } = entry;
  const resting = busy !== null;
  const doing = (kind: OrderAction['kind'], words: string) => (busy === kind ? words : undefined);
  return (
    <div className="flex flex-wrap gap-2 empty:hidden *:grow">
      {order.state.kind === 'waiting' && (
        <>
          <Button
            tone="go"
            busy={doing('accept', 'Accepting…')}
            disabled={resting}
            onClick={() => onAct('accept')}
          >
            Accept
          </Button>
          <Button
            busy={doing('reject', 'Rejecting…')}
            disabled={resting}
            onClick={() => onAsk('reject')}
          >
            Reject
          </Button>
        </>
      )}
      {order.state.kind === 'accepted' && (
        <Button
          tone="accent"
          busy={doing('ready', 'One moment…')}
          disabled={resting}
          onClick={() => onAct('ready')}
        >
          Ready
        </Button>
      )}
      {order.state.kind === 'ready' && (
        <Button
          tone="go"
          busy={doing('pick-up', 'One moment…')}
          disabled={resting}
          onClick={() => onAct('pick-up')}
        >
          Picked up
        </Button>
      )}
      {refundable.amount !== '0' && (
        <Button
          busy={doing('refund', 'Refunding…')}
          disabled={resting}
          onClick={() => onAsk('refund')}
        >
          Refund
        </Button>
      )}
    </div>
  );
}
