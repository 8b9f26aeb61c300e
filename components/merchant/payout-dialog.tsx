'use client';

import { useState } from 'react';
import { v7 as makeId } from 'uuid';
import type { MerchantBalance, PayoutRequest } from '@/lib/api/merchant';
import { parseMoney, toDecimal } from '@/lib/money/format';
import { moneySchema, toWire, type MoneyWire } from '@/lib/money/wire';
import { request } from '@/components/api/request';
import { amountText } from '@/components/ui/amount';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { problemWords } from '@/components/words/problems';

export interface PayoutDialogProps {
  readonly available: MoneyWire;
  readonly onClose: () => void;
  readonly onDone: (balance: MerchantBalance) => void;
}

/** All of it, or some. */
export function PayoutDialog({ available, onClose, onDone }: PayoutDialogProps) {
  const { text, setText, amount, busy, trouble, send } = usePayout(available, onDone);
  return (
    <Dialog
      open
      title="Pay out to your bank"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Not now</Button>
          <Button
            tone="go"
            type="submit"
            form="payout"
            disabled={!amount}
            busy={busy ? 'Paying out…' : undefined}
          >
            {amount ? `Pay out ${amountText(toWire(amount))}` : 'Pay out'}
          </Button>
        </>
      }
    >
      <form
        id="payout"
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p className="text-ink-soft">
          At most {amountText(available)}. It goes to a play bank: no real money moves.
        </p>
        <TextField
          label="Amount"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          error={text === '' || amount ? undefined : 'That does not fit what you have.'}
          onChange={(event) => setText(event.target.value)}
        />
        <p role="alert" className="font-bold text-stop-ink">
          {trouble}
        </p>
      </form>
    </Dialog>
  );
}

function usePayout(available: MoneyWire, onDone: PayoutDialogProps['onDone']) {
  const most = moneySchema.parse(available);
  const [text, setText] = useState(() => toDecimal(most.amount, most.currency));
  // The id belongs to the amount: tapped twice it is one payout, changed it is another.
  const [id, setId] = useState(() => makeId());
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const typed = parseMoney(text, most.currency);
  const amount = typed && typed.amount > 0n && typed.amount <= most.amount ? typed : undefined;

  async function send(): Promise<void> {
    if (!amount || busy) return;
    setBusy(true);
    const body: PayoutRequest = { id, amount: toWire(amount) };
    const answer = await request<MerchantBalance>('POST', '/api/merchant/payouts', body);
    setBusy(false);
    if (answer.ok) onDone(answer.value);
    else setTrouble(problemWords(answer.problem.code).title);
  }

  return {
    text,
    setText: (next: string) => {
      setText(next);
      setId(makeId());
    },
    amount,
    busy,
    trouble,
    send,
  };
}
