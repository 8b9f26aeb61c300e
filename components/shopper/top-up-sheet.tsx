'use client';

import { useState, type FormEvent } from 'react';
import type { ProblemCode } from '@/lib/api/problems';
import type { TopUp, Wallet } from '@/lib/api/wallet';
import { CURRENCY_FACTS, type CurrencyCode } from '@/lib/money/currency';
import { parseMoney } from '@/lib/money/format';
import { toWire } from '@/lib/money/wire';
import { request } from '@/components/api/request';
import { amountText } from '@/components/ui/amount';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { ProblemNotice } from './problem-notice';
import { topUpRequest } from './top-up-request';

export interface TopUpSheetProps {
  readonly open: boolean;
  readonly currency: CurrencyCode;
  readonly onClose: () => void;
  readonly onDone: (wallet: Wallet) => void;
}

export function TopUpSheet({ open, onClose, ...rest }: TopUpSheetProps) {
  return (
    <Dialog open={open} title="Top up" onClose={onClose}>
      <TopUpForm {...rest} />
    </Dialog>
  );
}

/** Money from the sandbox bank; the form lives only while the sheet is open. */
function TopUpForm({ currency, onDone }: Pick<TopUpSheetProps, 'currency' | 'onDone'>) {
  const { topUps } = CURRENCY_FACTS[currency];
  const [text, setText] = useState<string>(topUps[1]);
  const [wanted, setWanted] = useState<TopUp>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemCode>();
  const amount = parseMoney(text, currency);
  const valid = amount !== undefined && amount.amount > 0n;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!valid || busy) return;
    const body = topUpRequest(wanted, toWire(amount));
    setWanted(body);
    setBusy(true);
    setProblem(undefined);
    const answer = await request<Wallet>('POST', '/api/me/top-ups', body);
    if (answer.ok) return onDone(answer.value);
    setBusy(false);
    setProblem(answer.problem.code);
  }

  return (
    <form className="space-y-5" onSubmit={(event) => void submit(event)}>
      {problem && <ProblemNotice code={problem} />}
      <div role="group" aria-label="Suggested amounts" className="grid grid-cols-4 gap-2">
        {topUps.map((units) => (
          <Button
            key={units}
            className="px-1"
            tone={text === units ? 'accent' : 'quiet'}
            aria-pressed={text === units}
            onClick={() => setText(units)}
          >
            {units}
          </Button>
        ))}
      </div>
      <TextField
        label={`Amount in ${currency}`}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={valid || text === '' ? undefined : 'Please type an amount, like 38 or 38.50.'}
        hint="It comes from a play bank: no real money moves."
      />
      <Button
        type="submit"
        tone="go"
        size="large"
        className="w-full"
        disabled={!valid}
        busy={busy ? 'Fetching the money…' : undefined}
      >
        {valid ? `Top up ${amountText(toWire(amount))}` : 'Top up'}
      </Button>
    </form>
  );
}
