import type { StaffOrder } from '@/lib/api/staff';
import { Button } from '@/components/ui/button';
import type { OrderAction, SimpleAction } from './use-order-action';

export type Question = 'missing' | 'reject' | 'refund';

export interface OrderButtonsProps {
  readonly entry: StaffOrder;
  readonly busy: OrderAction['kind'] | null;
  readonly onAct: (kind: SimpleAction | 'accept') => void;
  /** These ask back before they do anything. */
  readonly onAsk: (kind: Question) => void;
}

interface Step {
  readonly kind: SimpleAction | 'accept';
  readonly tone: 'go' | 'accent';
  readonly label: string;
  readonly doing: string;
}

/** Only what this order's state allows. */
export function OrderButtons({ entry, busy, onAct, onAsk }: OrderButtonsProps) {
  const { order, refundable } = entry;
  const resting = busy !== null;
  const step = nextStep(entry);
  const ask = (kind: Question, label: string, doing?: string) => (
    <Button
      tone={kind === 'missing' ? 'bare' : 'quiet'}
      busy={busy === kind ? doing : undefined}
      disabled={resting}
      onClick={() => onAsk(kind)}
    >
      {label}
    </Button>
  );
  return (
    <div className="flex flex-wrap gap-2 empty:hidden *:grow">
      {step && (
        <Button
          tone={step.tone}
          busy={busy === step.kind ? step.doing : undefined}
          disabled={resting}
          onClick={() => onAct(step.kind)}
        >
          {step.label}
        </Button>
      )}
      {order.state.kind === 'waiting' && ask('reject', 'Reject', 'Rejecting…')}
      {order.state.kind === 'waiting' && order.items.length > 1 && ask('missing', 'Not everything')}
      {refundable.amount !== '0' && ask('refund', 'Refund', 'Refunding…')}
    </div>
  );
}

/** The one step forward. */
function nextStep({ order: { state, channel } }: StaffOrder): Step | undefined {
  const doing = 'One moment…';
  if (state.kind === 'waiting') {
    return { kind: 'accept', tone: 'go', label: 'Accept', doing: 'Accepting…' };
  }
  if (state.kind === 'accepted') {
    return channel === 'online'
      ? { kind: 'dispatch', tone: 'accent', label: 'Sent', doing }
      : { kind: 'ready', tone: 'accent', label: 'Ready', doing };
  }
  return state.kind === 'ready'
    ? { kind: 'pick-up', tone: 'go', label: 'Picked up', doing }
    : undefined;
}
