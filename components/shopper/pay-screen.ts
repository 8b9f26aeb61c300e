import type { PlacedOrder } from '@/lib/api/orders';
import type { PaidByPin } from '@/lib/api/payments';
import type { PaymentView } from '@/lib/payments/view';
import type { PhoneWay } from '@/lib/payments/ways';
import type { Answer, Refusal } from '@/components/api/request';

/** What the phone shows while a payment waits; amount and payee stay in sight throughout. */
export type PayScreen =
  | { readonly kind: 'review' }
  | { readonly kind: 'way'; readonly way: PhoneWay }
  /** The smile was near: the PIN completes it. */
  | { readonly kind: 'step-up' }
  /** Paid; the smile that asked for the PIN may be remembered. */
  | { readonly kind: 'remember' }
  | ({ readonly kind: 'refused' } & Refusal);

export type ShowPayScreen = (screen: PayScreen) => void;

/** A way to say yes: asks the server, hands on its answer, or leaves for another way. */
export interface PayWayProps {
  readonly payment: PaymentView;
  readonly onAnswer: (answer: Answer<PlacedOrder | PaidByPin>) => Promise<void>;
  readonly onShow: ShowPayScreen;
}
