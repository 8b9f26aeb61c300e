'use client';

import { ArrowDownLeft, ArrowUpRight, Clock3, Plus, Undo2 } from 'lucide-react';
import type { Route } from 'next';
import { useState } from 'react';
import type { Wallet, WalletEntry, WalletEntryKind } from '@/lib/api/wallet';
import { Answered } from '@/components/api/answered';
import { useAnswer } from '@/components/api/use-answer';
import { Amount } from '@/components/ui/amount';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { Row, Rows } from '@/components/ui/rows';
import { WhenLately } from '@/components/ui/when';
import { NoticeList } from './notices';
import { ProblemNotice } from './problem-notice';
import { TopUpSheet } from './top-up-sheet';

/** How much there is, how to get more, and where it went. */
export function WalletView() {
  const asked = useAnswer<Wallet>('/api/me/wallet');
  const [toppingUp, setToppingUp] = useState(false);
  const [arrived, setArrived] = useState(false);
  return (
    <Answered asked={asked} Trouble={ProblemNotice} waiting="Opening your wallet…">
      {(wallet) => (
        <div className="space-y-6">
          <Balance wallet={wallet} onTopUp={() => setToppingUp(true)} />
          {arrived && <Notice tone="go" title="The money is in your wallet" />}
          <NoticeList />
          <History entries={wallet.entries} />
          <TopUpSheet
            open={toppingUp}
            currency={wallet.available.currency}
            onClose={() => setToppingUp(false)}
            onDone={(now) => {
              asked.take(now);
              setToppingUp(false);
              setArrived(true);
            }}
          />
        </div>
      )}
    </Answered>
  );
}

function Balance(props: { readonly wallet: Wallet; readonly onTopUp: () => void }) {
  const { available, held } = props.wallet;
  return (
    <section
      aria-label="Balance"
      className="rounded-sheet bg-accent p-6 text-on-accent shadow-card"
    >
      <h2 className="font-bold">To spend</h2>
      <p className="text-5xl leading-tight font-extrabold tracking-tight">
        <Amount value={available} />
      </p>
      {held.amount !== '0' && (
        <p className="pt-1 font-semibold">
          <Amount value={held} /> set aside for orders not yet accepted
        </p>
      )}
      <Button tone="quiet" size="medium" className="mt-5 w-full" onClick={props.onTopUp}>
        <Plus aria-hidden="true" className="size-5" />
        Top up
      </Button>
    </section>
  );
}

function History({ entries }: { readonly entries: readonly WalletEntry[] }) {
  return (
    <section className="space-y-3">
      <h2 className="text-xl font-extrabold">What happened</h2>
      {entries.length === 0 ? (
        <EmptyState
          title="Nothing yet"
          action={<LinkButton href="/shop">Look around the shop</LinkButton>}
        >
          What you pay and what comes in shows up here.
        </EmptyState>
      ) : (
        <Rows label="What happened">
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} />
          ))}
        </Rows>
      )}
    </section>
  );
}

const KINDS: Record<WalletEntryKind, { words: string; Icon: typeof Plus }> = {
  'top-up': { words: 'Top-up', Icon: ArrowDownLeft },
  payment: { words: 'Paid', Icon: ArrowUpRight },
  hold: { words: 'Set aside', Icon: Clock3 },
  refund: { words: 'Given back', Icon: Undo2 },
};

function EntryRow({ entry }: { readonly entry: WalletEntry }) {
  const { words, Icon } = KINDS[entry.kind];
  const incoming = entry.direction === 'in';
  return (
    <Row
      href={entry.paymentId ? (`/receipts/${entry.paymentId}` as Route) : undefined}
      leading={
        <span
          className={`grid size-11 place-items-center rounded-full ${incoming ? 'bg-go-soft text-go-ink' : 'bg-sunken text-ink-soft'}`}
        >
          <Icon aria-hidden="true" className="size-5" />
        </span>
      }
      title={entry.label}
      detail={
        <>
          {words} · <WhenLately at={entry.at} />
        </>
      }
      trailing={
        <span className={`font-extrabold ${incoming ? 'text-go-ink' : ''}`}>
          {incoming ? '+' : '−'}
          <Amount value={entry.amount} />
        </span>
      }
    />
  );
}
