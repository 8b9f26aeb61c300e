'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { PlacedOrder } from '@/lib/api/orders';
import type { PaidByPin } from '@/lib/api/payments';
import type { Me } from '@/lib/api/shoppers';
import { Answered } from '@/components/api/answered';
import type { Answer } from '@/components/api/request';
import { isPayable, isPictureOffered, settle } from '@/components/api/settle';
import { useAnswer } from '@/components/api/use-answer';
import { emptyCart } from '@/components/cart/cart';
import { useCart } from '@/components/cart/use-cart';
import { RememberMe } from '@/components/face-check/remember-me';
import { amountText } from '@/components/ui/amount';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { AmountToPay, AmountToPayLine } from './amount-to-pay';
import { PayByPin } from './pay-by-pin';
import { PayRefused } from './pay-refused';
import { PayReview } from './pay-review';
import type { PayScreen, PayWayProps } from './pay-screen';
import { HasPasskey } from './pay-ways';
import { paymentWords } from './payment-words';
import { ProblemNotice } from './problem-notice';
import { useFocusOn } from './use-focus-on';
import { WAY_SCREENS } from './way-screens';

export interface PayJourneyProps {
  readonly paymentId: string;
  /** The online shop, whose cart is empty once it is paid. */
  readonly storeId: string | null;
  /** The payer's own, if there is one to smile with. */
  readonly face: Me['face'];
  readonly hasPasskey: boolean;
}

export function PayJourney({ paymentId, hasPasskey, ...payer }: PayJourneyProps) {
  const asked = useAnswer<PlacedOrder>(`/api/payments/${paymentId}`);
  return (
    <Answered asked={asked} Trouble={ProblemNotice} waiting="Finding what is to be paid…">
      {(placed) =>
        isPayable(placed) ? (
          <HasPasskey value={hasPasskey}>
            <Paying placed={placed} {...payer} />
          </HasPasskey>
        ) : (
          <Settled placed={placed} />
        )
      }
    </Answered>
  );
}

type PayingProps = Omit<PayJourneyProps, 'paymentId' | 'hasPasskey'> & {
  readonly placed: PlacedOrder;
};

function Paying({ placed, storeId, face }: PayingProps) {
  const { payment } = placed;
  const router = useRouter();
  const [, changeCart] = useCart(storeId ?? 'none');
  const [screen, show] = useState<PayScreen>({ kind: 'review' });

  async function take(answer: Answer<PlacedOrder | PaidByPin>) {
    const settled = await settle(payment.id, answer);
    if (settled.kind === 'refused')
      return show(settled.code === 'one-more-thing' ? { kind: 'step-up' } : settled);
    changeCart((cart) => (cart.paymentId === payment.id ? emptyCart() : cart));
    if (isPictureOffered(answer)) return show({ kind: 'remember' });
    router.replace(`/receipts/${payment.id}` as Route);
  }

  const way = screen.kind === 'way' ? screen.way : null;
  const Way = way && WAY_SCREENS[way];
  const top = useFocusOn(way ?? screen.kind);
  return (
    <div ref={top} tabIndex={-1} className="space-y-6">
      {screen.kind === 'remember' && <Remember payment={payment} />}
      {screen.kind !== 'remember' &&
        (way === 'face' ? (
          <AmountToPayLine payment={payment} />
        ) : (
          <AmountToPay payment={payment} />
        ))}
      {screen.kind === 'review' && <PayReview placed={placed} face={face} onShow={show} />}
      {Way && <Way payment={payment} onAnswer={take} onShow={show} />}
      {screen.kind === 'step-up' && (
        <PayByPin payment={payment} afterSmile onAnswer={take} onShow={show} />
      )}
      {screen.kind === 'refused' && <PayRefused refusal={screen} payment={payment} onShow={show} />}
    </div>
  );
}

function Remember({ payment }: Pick<PayWayProps, 'payment'>) {
  return (
    <div className="space-y-6">
      <h1 className="text-center text-2xl font-extrabold">
        {amountText(payment.amount)} paid to {payment.payee}
      </h1>
      <RememberMe paymentId={payment.id} />
      <LinkButton href={`/receipts/${payment.id}` as Route} tone="go" className="w-full">
        See the receipt
      </LinkButton>
    </div>
  );
}

function Settled({ placed }: { readonly placed: PlacedOrder }) {
  const { title, body, tone } = paymentWords(placed);
  return (
    <div className="space-y-6">
      <AmountToPay payment={placed.payment} />
      <Notice tone={tone} title={title}>
        {body}
      </Notice>
      <LinkButton
        href={`/receipts/${placed.payment.id}` as Route}
        tone="go"
        size="large"
        className="w-full"
      >
        See the receipt
      </LinkButton>
    </div>
  );
}
