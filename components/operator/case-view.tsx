'use client';

import type { OperatorCaseDetail } from '@/lib/api/operator';
import { Answered } from '@/components/api/answered';
import { useAnswer } from '@/components/api/use-answer';
import { Trouble } from '@/components/staff/trouble';
import { Amount } from '@/components/ui/amount';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { When } from '@/components/ui/when';
import { CaseEvidence } from './case-evidence';
import { DecideCase } from './decide-case';

/** One doubted payment: what is known of it, and what becomes of it. */
export function CaseView({ paymentId }: { readonly paymentId: string }) {
  const asked = useAnswer<OperatorCaseDetail>(`/api/operator/cases/${paymentId}`);
  return (
    <main className="mx-auto w-full max-w-4xl space-y-6 px-5 py-6 md:px-8">
      <header className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-3xl font-extrabold">Not made by the guest</h1>
        <LinkButton href="/operator">To what is to decide</LinkButton>
      </header>
      <Answered asked={asked} Trouble={Trouble} waiting="Looking it up…">
        {(one) => (
          <>
            <Facts one={one} />
            {one.outcome === null ? (
              <DecideCase one={one} onDecided={asked.ask} />
            ) : (
              <Decided one={one} />
            )}
            <CaseEvidence attempts={one.attempts} />
          </>
        )}
      </Answered>
    </main>
  );
}

function Facts({ one }: { readonly one: OperatorCaseDetail }) {
  return (
    <Card>
      <p className="text-3xl font-extrabold">
        <Amount value={one.amount} />
      </p>
      <p className="text-lg">
        {one.payee} · {one.storeName}
        {one.ticket !== null && ` · order ${one.ticket}`}
      </p>
      <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 [&>dt]:text-ink-soft">
        <dt>Paid</dt>
        <dd>
          <When at={one.paidAt} />
        </dd>
        <dt>Told us</dt>
        <dd>
          <When at={one.openedAt} />
        </dd>
        <dt>Payment</dt>
        <dd className="text-sm break-all">{one.paymentId}</dd>
      </dl>
    </Card>
  );
}

function Decided({ one }: { readonly one: OperatorCaseDetail }) {
  if (one.outcome === 'refunded') return <Notice tone="go" title="The money was given back" />;
  return (
    <Notice title="The payment stays">
      <q>{one.reason}</q>
    </Notice>
  );
}
