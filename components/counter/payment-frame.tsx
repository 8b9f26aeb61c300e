import { ArrowLeft } from 'lucide-react';
import { useLayoutEffect, type ReactNode } from 'react';
import type { PlacedOrder } from '@/lib/api/orders';
import { Amount } from '@/components/ui/amount';
import { Button } from '@/components/ui/button';

export interface PaymentFrameProps {
  readonly placed: PlacedOrder;
  readonly onBack: () => void;
  readonly children: ReactNode;
}

/**
 * Around every step of paying: how much and to whom is never out of sight.
 *
 * @requires a key of its own for each step, which begins at the top.
 */
export function PaymentFrame({ placed, onBack, children }: PaymentFrameProps) {
  // In braces: newer browsers return a promise, which React would take for a clean-up.
  useLayoutEffect(() => {
    window.scrollTo(0, 0);
  }, []);
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="sticky top-0 z-10 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line bg-card px-6 py-4">
        <Button size="large" onClick={onBack}>
          <ArrowLeft aria-hidden="true" />
          <span>
            Back<span className="max-sm:sr-only"> to the order</span>
          </span>
        </Button>
        <p aria-label="To pay" role="group" className="ml-auto text-right">
          <Amount value={placed.payment.amount} className="block text-4xl font-extrabold" />
          <span className="text-lg text-ink-soft">to {placed.payment.payee}</span>
        </p>
      </header>
      <main className="mx-auto flex w-full max-w-5xl grow flex-col justify-center gap-8 px-6 py-6">
        {children}
      </main>
    </div>
  );
}
