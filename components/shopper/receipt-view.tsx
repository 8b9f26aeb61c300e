'use client';

import { Printer } from 'lucide-react';
import type { Route } from 'next';
import { useEffect } from 'react';
import type { PlacedOrder } from '@/lib/api/orders';
import type { OrderItemView } from '@/lib/orders/view';
import type { PaymentView } from '@/lib/payments/view';
import { WAYS_TO_PAY } from '@/lib/payments/ways';
import type { MoneyWire } from '@/lib/money/wire';
import { Answered } from '@/components/api/answered';
import { isPayable } from '@/components/api/settle';
import { useAnswer } from '@/components/api/use-answer';
import { SmileMark } from '@/components/start/smile-mark';
import { Amount } from '@/components/ui/amount';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { classNames } from '@/components/ui/class-names';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { When } from '@/components/ui/when';
import { GoodsCard } from './goods-card';
import { NotMe } from './not-me';
import { isMoving, paymentWords, waitsForGoods } from './payment-words';
import { ProblemNotice } from './problem-notice';
import { ShareReceipt } from './share-receipt';

const LOOK_AGAIN_MS = 3000;

/** A receipt that follows its order until nothing more will change, and prints on one page. */
export function ReceiptView({ paymentId }: { readonly paymentId: string }) {
  const asked = useAnswer<PlacedOrder>(`/api/payments/${paymentId}`);
  const { answer, ask } = asked;
  useEffect(() => {
    if (!answer?.ok || !isMoving(answer.value)) return;
    const timer = setTimeout(() => void ask(), LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [answer, ask]);
  return (
    <Answered asked={asked} Trouble={ProblemNotice} waiting="Finding your receipt…">
      {(placed) => <Receipt placed={placed} onAnswer={() => void ask()} />}
    </Answered>
  );
}

function Receipt(props: { readonly placed: PlacedOrder; readonly onAnswer: () => void }) {
  const { placed, onAnswer } = props;
  const { payment, order } = placed;
  const { tone, title, body } = paymentWords(placed);
  const unpaid = isPayable(placed);
  return (
    <div className="space-y-5">
      {tone === 'go' && <SmileMark className="mx-auto size-20 animate-pop print:hidden" />}
      <Notice tone={tone === 'stop' ? 'plain' : tone} title={title}>
        {body}
      </Notice>
      {waitsForGoods(placed) && <GoodsCard placed={placed} onAnswer={onAnswer} />}
      <Card aria-label="Receipt" className="space-y-4">
        <header className="text-center">
          <p className="text-lg font-bold">{payment.payee}</p>
          <p className="text-4xl leading-tight font-extrabold">
            <Amount value={chargedOf(payment)} />
          </p>
          <p className="text-ink-soft">
            <When at={payment.createdAt} />
          </p>
        </header>
        <Items items={order.items} />
        <Facts placed={placed} />
      </Card>
      <NotMe key={payment.status} payment={payment} />
      <div className="flex flex-wrap gap-3 *:grow print:hidden">
        {unpaid && (
          <LinkButton href={`/pay/${payment.id}` as Route} tone="go" size="large">
            Pay now
          </LinkButton>
        )}
        <Button onClick={() => window.print()}>
          <Printer aria-hidden="true" className="size-5" />
          Print
        </Button>
        <LinkButton href="/wallet">To the wallet</LinkButton>
      </div>
      {payment.payer !== null && <ShareReceipt paymentId={payment.id} />}
    </div>
  );
}

/** What was bought, line by line. */
export function Items({ items }: { readonly items: readonly OrderItemView[] }) {
  return (
    <ul aria-label="What you bought" className="space-y-2 border-y border-dashed border-edge py-4">
      {items.map((item, i) => (
        <li key={i} className="flex items-baseline gap-3">
          <span className="tabular w-8 shrink-0 text-ink-soft">{item.quantity} ×</span>
          <span className="min-w-0 grow">
            <span className={classNames('font-bold', item.unavailable && 'line-through')}>
              {item.name}
            </span>
            {item.unavailable && (
              <span className="block text-sm text-ink-soft">Not there today, not charged</span>
            )}
            {item.choices.length > 0 && (
              <span className="block text-sm text-ink-soft">{item.choices.join(', ')}</span>
            )}
          </span>
          <Amount value={item.total} className={classNames(item.unavailable && 'line-through')} />
        </li>
      ))}
    </ul>
  );
}

/** What was taken, once something was; until then what is asked for. */
function chargedOf({ captured, amount }: PaymentView): MoneyWire {
  return captured.amount === '0' ? amount : captured;
}

function Facts({ placed }: { readonly placed: PlacedOrder }) {
  const { payment, order } = placed;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 [&>dd]:text-right [&>dt]:text-ink-soft">
      {payment.tip.amount !== '0' && (
        <>
          <dt>Tip</dt>
          <dd>
            <Amount value={payment.tip} />
          </dd>
        </>
      )}
      <dt className="font-extrabold text-ink">Total</dt>
      <dd className="font-extrabold">
        <Amount value={chargedOf(payment)} />
      </dd>
      {payment.refunded.amount !== '0' && (
        <>
          <dt>Given back</dt>
          <dd className="text-go-ink">
            <Amount value={payment.refunded} />
          </dd>
        </>
      )}
      {payment.method && (
        <>
          <dt>Paid</dt>
          <dd>{WAYS_TO_PAY[payment.method].receipt}</dd>
        </>
      )}
      {payment.payer && (
        <>
          <dt>By</dt>
          <dd>{payment.payer}</dd>
        </>
      )}
      <dt>Order</dt>
      <dd className="tabular">No. {order.ticket}</dd>
      <dt>Receipt</dt>
      <dd className="text-sm break-all">{payment.id}</dd>
    </dl>
  );
}
