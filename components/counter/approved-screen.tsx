'use client';

import type { PlacedOrder } from '@/lib/api/orders';
import { OrderItems } from '@/components/cart/order-items';
import { RememberMe } from '@/components/face-check/remember-me';
import { SmileMark } from '@/components/start/smile-mark';
import { Amount } from '@/components/ui/amount';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { StepHeading } from './step-heading';
import { useCountdown } from '@/components/ui/use-countdown';

const SHOWN_S = 20;

export interface ApprovedScreenProps {
  readonly paid: PlacedOrder;
  /** Whether the guest may ask to be remembered like this. */
  readonly pictureOffered: boolean;
  readonly onDone: () => void;
}

/** Thank you, and the number that will be called out. */
export function ApprovedScreen({ paid, pictureOffered, onDone }: ApprovedScreenProps) {
  const { order, payment } = paid;
  const left = useCountdown(SHOWN_S, onDone);
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-2xl flex-col justify-center gap-6 px-6 py-8">
      <SmileMark className="mx-auto size-32 animate-pop" />
      <StepHeading title={payment.payer ? `Thank you, ${payment.payer}` : 'Thank you'}>
        <Amount value={payment.amount} className="font-bold text-ink" /> paid to {payment.payee}
      </StepHeading>
      <Card className="flex flex-wrap items-center justify-center gap-x-10 gap-y-4 p-8">
        <p className="text-center">
          <span className="block text-xl font-bold text-ink-soft">Your number</span>
          <span className="tabular block text-8xl leading-none font-extrabold text-go-ink">
            {order.ticket}
          </span>
        </p>
        <div className="text-lg">
          <OrderItems items={order.items} />
        </div>
      </Card>
      <p className="text-center text-lg">We call it out as soon as it is ready.</p>
      {pictureOffered && <RememberMe paymentId={payment.id} />}
      <Button
        tone="go"
        size="huge"
        aria-label="Done"
        className="mx-auto w-full max-w-md"
        onClick={onDone}
      >
        Done
        <span aria-hidden="true" className="tabular text-lg font-semibold">
          {left} s
        </span>
      </Button>
    </main>
  );
}
