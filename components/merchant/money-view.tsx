'use client';

import { useState, type ReactNode } from 'react';
import type { MerchantBalance } from '@/lib/api/merchant';
import { Answered } from '@/components/api/answered';
import { useAnswer } from '@/components/api/use-answer';
import { Amount } from '@/components/ui/amount';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PayoutDialog } from './payout-dialog';
import { StatementView } from './statement-view';
import { Trouble } from '@/components/staff/trouble';

/** Where the shop's money is, and what happened to it day by day. */
export function MoneyView() {
  const asked = useAnswer<MerchantBalance>('/api/merchant/balance');
  return (
    <main className="mx-auto w-full max-w-5xl px-5 py-6 md:px-8">
      <Answered asked={asked} Trouble={Trouble} waiting="Counting…">
        {(balance) => <Money balance={balance} onBalance={asked.take} />}
      </Answered>
    </main>
  );
}

function Money(props: {
  readonly balance: MerchantBalance;
  readonly onBalance: (balance: MerchantBalance) => void;
}) {
  const { balance, onBalance } = props;
  const [asking, setAsking] = useState(false);
  const [paidOut, setPaidOut] = useState(0);
  return (
    <div className="space-y-8">
      <header className="flex flex-wrap items-center justify-between gap-4">
        <div>
          <h1 className="text-3xl font-extrabold">Money</h1>
          <p className="text-ink-soft">{balance.merchantName}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <LinkButton href={'/merchant/today'}>Today</LinkButton>
          <LinkButton href={'/merchant/activity'}>Activity</LinkButton>
          <LinkButton href={'/staff'}>To the orders</LinkButton>
        </div>
      </header>
      <section aria-label="Balance" className="grid gap-4 sm:grid-cols-3">
        <Figure label="Yours now" value={balance.available} main>
          <Button
            className="mt-4 w-full"
            disabled={balance.available.amount === '0'}
            onClick={() => setAsking(true)}
          >
            Pay out
          </Button>
        </Figure>
        <Figure label="Waits for goods to arrive" value={balance.escrow} />
        <Figure label="Set aside for open orders" value={balance.pending}>
          <p className="pt-4 text-ink-soft">
            Paid out so far: <Amount value={balance.paidOut} />
          </p>
        </Figure>
      </section>
      {paidOut > 0 && <Notice tone="go" title="It is on its way to your bank" />}
      <StatementView key={paidOut} today={balance.today} />
      {asking && (
        <PayoutDialog
          available={balance.available}
          onClose={() => setAsking(false)}
          onDone={(now) => {
            onBalance(now);
            setAsking(false);
            setPaidOut(paidOut + 1);
          }}
        />
      )}
    </div>
  );
}

function Figure(props: {
  readonly label: string;
  readonly value: MerchantBalance['available'];
  readonly main?: boolean;
  readonly children?: ReactNode;
}) {
  const { label, value, main = false, children } = props;
  const look = main ? 'bg-accent text-on-accent' : 'border border-line bg-card';
  return (
    <div className={`rounded-card p-5 shadow-card ${look}`}>
      <p className="font-bold">{label}</p>
      <p className="text-3xl font-extrabold tracking-tight">
        <Amount value={value} />
      </p>
      {children}
    </div>
  );
}
