import type { PaymentView } from '@/lib/payments/view';
import { Amount } from '@/components/ui/amount';

export interface AmountToPayProps {
  readonly payment: PaymentView;
}

/** How much and to whom, as the page's heading: in sight before the first tap. */
export function AmountToPay({ payment }: AmountToPayProps) {
  return (
    <h1 className="rounded-card bg-accent-soft px-5 py-4 text-center text-accent-ink">
      <span className="sr-only">Pay </span>
      <Amount value={payment.amount} className="block text-4xl leading-tight font-extrabold" />
      <span className="text-lg font-bold">to {payment.payee}</span>
    </h1>
  );
}

/** The same on one line, where the camera needs the room. */
export function AmountToPayLine({ payment }: AmountToPayProps) {
  return (
    <h1 className="rounded-card bg-accent-soft px-5 py-2.5 text-center text-lg font-bold text-accent-ink">
      <span className="sr-only">Pay </span>
      <Amount value={payment.amount} className="text-2xl font-extrabold" /> to {payment.payee}
    </h1>
  );
}
