import type { PaymentView } from '@/lib/api/orders';
import type { PaymentOutcome } from '@/lib/api/payments';
import type { Answer, Refusal } from '@/components/api/request';

/** What the phone shows while a payment waits; amount and payee stay in sight throughout. */
export type PayScreen =
  | { readonly kind: 'review' }
  | { readonly kind: 'smile' }
  | { readonly kind: 'pin' }
  | ({ readonly kind: 'refused' } & Refusal);

export type ShowPayScreen = (screen: PayScreen) => void;

/** A way to say yes: asks the server, hands on its answer, or leaves for another way. */
export interface PayWayProps {
  readonly payment: PaymentView;
  readonly onAnswer: (answer: Answer<PaymentOutcome>) => Promise<void>;
  readonly onShow: ShowPayScreen;
}
