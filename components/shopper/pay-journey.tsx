'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { PaymentOutcome } from '@/lib/api/payments';
import type { ProblemCode } from '@/lib/api/problems';
import { emptyCart } from '@/components/cart/cart';
import { useCart } from '@/components/cart/use-cart';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { Answered } from './answered';
import { Due, DueLine } from './due';
import { PayByPin } from './pay-by-pin';
import { PayBySmile } from './pay-by-smile';
import { PayRefused, PayReview } from './pay-review';
import { paymentWords } from './payment-words';
import { isPayable, settle } from '@/components/api/settle';
import { useAnswer } from './use-answer';
import { useFocusOn } from './use-focus-on';

/** What the phone shows while a payment waits; amount and payee stay in sight throughout. */
export type PayScreen =
  | { readonly kind: 'review' }
  | { readonly kind: 'smile' }
  | { readonly kind: 'pin' }
  | { readonly kind: 'refused'; readonly code: ProblemCode };

export interface PayJourneyProps {
  readonly paymentId: string;
  /** The online shop, whose cart is empty once it is paid. */
  readonly storeId: string | null;
}

export function PayJourney({ paymentId, storeId }: PayJourneyProps) {
  const asked = useAnswer<PaymentOutcome>(`/api/payments/${paymentId}`);
  return (
    <Answered asked={asked} waiting="Finding what is to be paid…">
      {(outcome) =>
        isPayable(outcome) ? (
          <Paying outcome={outcome} storeId={storeId} />
        ) : (
          <Settled outcome={outcome} />
        )
      }
    </Answered>
  );
}

function Paying(props: { readonly outcome: PaymentOutcome; readonly storeId: string | null }) {
  const { outcome, storeId } = props;
  const { payment } = outcome;
  const router = useRouter();
  const [, changeCart] = useCart(storeId ?? 'none');
  const [screen, show] = useState<PayScreen>({ kind: 'review' });

  async function take(answer: Parameters<typeof settle>[1]) {
    const settled = await settle(payment.id, answer);
    if (settled.kind === 'refused') return show({ kind: 'refused', code: settled.code });
    changeCart((cart) => (cart.paymentId === payment.id ? emptyCart() : cart));
    router.replace(`/receipts/${payment.id}` as Route);
  }

  const top = useFocusOn(screen.kind);
  return (
    <div ref={top} tabIndex={-1} className="space-y-6">
      {screen.kind === 'smile' ? <DueLine payment={payment} /> : <Due payment={payment} />}
      {screen.kind === 'review' && <PayReview order={outcome.order} onShow={show} />}
      {screen.kind === 'smile' && <PayBySmile payment={payment} onAnswer={take} onShow={show} />}
      {screen.kind === 'pin' && <PayByPin payment={payment} onAnswer={take} onShow={show} />}
      {screen.kind === 'refused' && (
        <PayRefused code={screen.code} currency={payment.amount.currency} onShow={show} />
      )}
    </div>
  );
}

function Settled({ outcome }: { readonly outcome: PaymentOutcome }) {
  const { title, body, tone } = paymentWords(outcome);
  return (
    <div className="space-y-6">
      <Due payment={outcome.payment} />
      <Notice tone={tone} title={title}>
        {body}
      </Notice>
      <LinkButton
        href={`/receipts/${outcome.payment.id}` as Route}
        tone="go"
        size="large"
        className="w-full"
      >
        See the receipt
      </LinkButton>
    </div>
  );
}
