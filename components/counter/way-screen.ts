import type { PlacedOrder } from '@/lib/api/orders';
import type { CounterWay } from '@/lib/payments/ways';
import type { Counter } from './use-payment';

/** What the screen of a way to pay gets; it asks the server, or leaves for another way. */
export interface WayScreenProps {
  readonly placed: PlacedOrder;
  /** What was typed for the smile; a whole number need not be typed twice. */
  readonly digits: string | null;
  readonly counter: Pick<Counter, 'payByPin' | 'take' | 'send'>;
  readonly onWay: (way: CounterWay) => void;
}
