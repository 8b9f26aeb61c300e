'use client';

import { useState } from 'react';
import type { MerchantCase, MerchantCases } from '@/lib/api/cases';
import type { ProblemCode } from '@/lib/api/problems';
import { Answered } from '@/components/api/answered';
import { request } from '@/components/api/request';
import { useAnswer } from '@/components/api/use-answer';
import { Trouble } from '@/components/staff/trouble';
import { Amount, amountText } from '@/components/ui/amount';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { When } from '@/components/ui/when';

/** Payments that guests say they did not make, and what became of them. */
export function CasesView() {
  const asked = useAnswer<MerchantCases>('/api/merchant/cases');
  return (
    <main className="mx-auto w-full max-w-3xl space-y-6 px-5 py-6 md:px-8">
      <header className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-3xl font-extrabold">Not made by the guest</h1>
        <LinkButton href="/staff">To the orders</LinkButton>
      </header>
      <p className="text-ink-soft">
        These guests say that somebody else paid with their face. Their wallets are frozen. You can
        give the money back at once; otherwise Smile to Pay looks into it and decides.
      </p>
      <Answered asked={asked} Trouble={Trouble} waiting="Looking it up…">
        {({ cases }) =>
          cases.length === 0 ? (
            <EmptyState title="Nothing of that kind">Every payment was its guest’s own.</EmptyState>
          ) : (
            <ul className="space-y-4">
              {cases.map((one) => (
                <li key={one.paymentId}>
                  <Case one={one} onChanged={asked.ask} />
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </main>
  );
}

function Case(props: { readonly one: MerchantCase; readonly onChanged: () => Promise<void> }) {
  const { one, onChanged } = props;
  const [asking, setAsking] = useState(false);
  return (
    <Card className="flex flex-wrap items-center justify-between gap-4">
      <div>
        <p className="text-2xl font-extrabold">
          <Amount value={one.amount} />
        </p>
        <p>
          {one.ticket !== null && `Order ${one.ticket} · `}
          {one.storeName} · paid <When at={one.paidAt} />
        </p>
        <p className="text-ink-soft">
          Told us <When at={one.openedAt} />
        </p>
      </div>
      {one.outcome === null ? (
        <Button onClick={() => setAsking(true)}>Give it back</Button>
      ) : (
        <p className="font-bold">{OUTCOMES[one.outcome]}</p>
      )}
      {asking && <GiveBack one={one} onClose={() => setAsking(false)} onDone={onChanged} />}
    </Card>
  );
}

const OUTCOMES = { refunded: 'Given back', refused: 'It stays with you' } as const;

function GiveBack(props: {
  readonly one: MerchantCase;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}) {
  const { one, onClose, onDone } = props;
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<ProblemCode>();
  const give = async () => {
    setBusy(true);
    const answer = await request('POST', `/api/merchant/cases/${one.paymentId}/refund`, {});
    setBusy(false);
    if (!answer.ok) return setTrouble(answer.problem.code);
    await onDone();
    onClose();
  };
  return (
    <Dialog open title={`Give back ${amountText(one.amount)}?`} onClose={onClose}>
      <div className="space-y-5">
        <p>The guest gets all of it that was not given back before.</p>
        {trouble && <Trouble code={trouble} />}
        <div className="flex flex-wrap gap-3 *:grow">
          <Button
            tone="go"
            size="large"
            busy={busy ? 'Giving it back…' : undefined}
            onClick={() => void give()}
          >
            Give it back
          </Button>
          <Button size="large" onClick={onClose}>
            Not now
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
