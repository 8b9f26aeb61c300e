import type { PaymentView } from '@/lib/api/orders';
import { Amount } from '@/components/ui/amount';

/** How much and to whom: in sight from before the first tap until it is paid. */
export function Due({ payment }: { readonly payment: PaymentView }) {
  return (
    <p className="rounded-card bg-accent-soft px-5 py-4 text-center text-accent-ink">
      <Amount value={payment.amount} className="block text-4xl leading-tight font-extrabold" />
      <span className="text-lg font-bold">to {payment.payee}</span>
    </p>
  );
}
