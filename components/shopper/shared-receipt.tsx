'use client';

import { Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { sharedReceiptSchema, type SharedReceipt } from '@/lib/api/receipts';
import { WAYS_TO_PAY } from '@/lib/payments/ways';
import { request, type Answer } from '@/components/api/request';
import { Amount } from '@/components/ui/amount';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Progress } from '@/components/ui/progress';
import { When } from '@/components/ui/when';
import { ProblemNotice } from './problem-notice';
import { Items } from './receipt-view';

/** A receipt for whoever has its link. The link's secret is in the part that stays in the browser. */
export function SharedReceiptView() {
  const [answer, setAnswer] = useState<Answer<SharedReceipt> | 'no-link'>();
  useEffect(() => {
    void openLink(window.location.hash.slice(1)).then(setAnswer);
  }, []);
  return (
    <>
      <h1 className="pb-5 text-3xl font-extrabold">Receipt</h1>
      {!answer && <Progress label="Finding the receipt…" />}
      {answer === 'no-link' && <ProblemNotice code="receipt-gone" />}
      {typeof answer === 'object' && !answer.ok && <ProblemNotice code={answer.problem.code} />}
      {typeof answer === 'object' && answer.ok && <Receipt receipt={answer.value} />}
    </>
  );
}

async function openLink(token: string): Promise<Answer<SharedReceipt> | 'no-link'> {
  const link = sharedReceiptSchema.safeParse({ token });
  if (!link.success) return 'no-link';
  return request<SharedReceipt>('POST', '/api/shared-receipts', link.data);
}

function Receipt({ receipt }: { readonly receipt: SharedReceipt }) {
  const { payee, amount, captured, tip, refunded, method, ticket, items, paidAt } = receipt;
  const charged = captured.amount === '0' ? amount : captured;
  return (
    <div className="space-y-5">
      <Card aria-label={payee} className="space-y-4">
        <header className="text-center">
          <p className="text-lg font-bold">{payee}</p>
          <p className="text-4xl leading-tight font-extrabold">
            <Amount value={charged} />
          </p>
          {paidAt !== null && (
            <p className="text-ink-soft">
              <When at={paidAt} />
            </p>
          )}
        </header>
        <Items items={items} />
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 [&>dd]:text-right [&>dt]:text-ink-soft">
          {tip.amount !== '0' && (
            <>
              <dt>Tip</dt>
              <dd>
                <Amount value={tip} />
              </dd>
            </>
          )}
          <dt className="font-extrabold text-ink">Total</dt>
          <dd className="font-extrabold">
            <Amount value={charged} />
          </dd>
          {refunded.amount !== '0' && (
            <>
              <dt>Given back</dt>
              <dd className="text-go-ink">
                <Amount value={refunded} />
              </dd>
            </>
          )}
          {method && (
            <>
              <dt>Paid</dt>
              <dd>{STATUS_WORDS[receipt.status] ?? WAYS_TO_PAY[method].receipt}</dd>
            </>
          )}
          <dt>Order</dt>
          <dd className="tabular">No. {ticket}</dd>
        </dl>
      </Card>
      <Button className="w-full print:hidden" onClick={() => window.print()}>
        <Printer aria-hidden="true" className="size-5" />
        Print
      </Button>
    </div>
  );
}

/** Where the way of paying would tell half of it. */
const STATUS_WORDS: Partial<Record<SharedReceipt['status'], string>> = {
  voided: 'Not charged in the end',
  authorized: 'Set aside, not taken yet',
  refunded: 'All of it was given back',
};
