'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { PaymentOutcome } from '@/lib/api/payments';
import type { Me } from '@/lib/api/shoppers';
import { Answered } from '@/components/api/answered';
import { isPayable, settle } from '@/components/api/settle';
import { useAnswer } from '@/components/api/use-answer';
import { emptyCart } from '@/components/cart/cart';
import { useCart } from '@/components/cart/use-cart';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { Due, DueLine } from './due';
import { PayByPin } from './pay-by-pin';
import { PayBySmile } from './pay-by-smile';
import { PayRefused } from './pay-refused';
import { PayReview } from './pay-review';
import type { PayScreen } from './pay-screen';
import { paymentWords } from './payment-words';
import { ProblemNotice } from './problem-notice';
import { useFocusOn } from './use-focus-on';

export interface PayJourneyProps {
  readonly paymentId: string;
  /** The online shop, whose cart is empty once it is paid. */
  readonly storeId: string | null;
  /** The payer's own, if there is one to smile with. */
  readonly face: Me['face'];
}

export function PayJourney({ paymentId, ...payer }: PayJourneyProps) {
  const asked = useAnswer<PaymentOutcome>(`/api/payments/${paymentId}`);
  return (
    <Answered asked={asked} Trouble={ProblemNotice} waiting="Finding what is to be paid…">
      {(outcome) =>
        isPayable(outcome) ? <Paying outcome={outcome} {...payer} /> : <Settled outcome={outcome} />
      }
    </Answered>
  );
}

type PayingProps = Omit<PayJourneyProps, 'paymentId'> & { readonly outcome: PaymentOutcome };

function Paying({ outcome, storeId, face }: PayingProps) {
  const { payment } = outcome;
  const router = useRouter();
  const [, changeCart] = useCart(storeId ?? 'none');
  const [screen, show] = useState<PayScreen>({ kind: 'review' });

  async function take(answer: Parameters<typeof settle>[1]) {
    const settled = await settle(payment.id, answer);
    if (settled.kind === 'refused') return show(settled);
    changeCart((cart) => (cart.paymentId === payment.id ? emptyCart() : cart));
    router.replace(`/receipts/${payment.id}` as Route);
  }

  const top = useFocusOn(screen.kind);
  return (
    <div ref={top} tabIndex={-1} className="space-y-6">
      {screen.kind === 'smile' ? <DueLine payment={payment} /> : <Due payment={payment} />}
      {screen.kind === 'review' && <PayReview outcome={outcome} face={face} onShow={show} />}
      {screen.kind === 'smile' && <PayBySmile payment={payment} onAnswer={take} onShow={show} />}
      {screen.kind === 'pin' && <PayByPin payment={payment} onAnswer={take} onShow={show} />}
      {screen.kind === 'refused' && <PayRefused refusal={screen} payment={payment} onShow={show} />}
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
