'use client';

import { useState, type FormEvent } from 'react';
import type { LimitsView, SetLimits } from '@/lib/api/limits';
import type { ProblemCode } from '@/lib/api/problems';
import { CURRENCY_FACTS, type CurrencyCode } from '@/lib/money/currency';
import { parseMoney, toDecimal } from '@/lib/money/format';
import { money } from '@/lib/money/money';
import { toWire, type MoneyWire } from '@/lib/money/wire';
import { request } from '@/components/api/request';
import { amountText } from '@/components/ui/amount';
import { Button } from '@/components/ui/button';
import { PickOne } from '@/components/ui/choice-cards';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { ConfirmItIsYou } from './confirm-it-is-you';
import { ProblemNotice } from './problem-notice';

export interface LimitsFormProps {
  readonly limits: LimitsView;
  readonly onKept: (limits: LimitsView) => void;
}

/** Less is kept at once; for more the server asks for the password. */
export function LimitsForm({ limits, onKept }: LimitsFormProps) {
  const { perPayment, perDay, smallOnly: onlySmall } = limits.next ?? limits.current;
  const { currency } = perDay;
  const { paymentMax, dayMax } = CURRENCY_FACTS[currency].faceLimits;
  const payment = useAmount(perPayment, paymentMax);
  const day = useAmount(perDay, dayMax);
  const [smallOnly, setSmallOnly] = useState(onlySmall);
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState<SetLimits>();
  const [problem, setProblem] = useState<ProblemCode>();
  const wanted = payment.wire && day.wire && wantedOf(payment.wire, day.wire, smallOnly);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!wanted || busy) return;
    setBusy(true);
    setProblem(undefined);
    const answer = await setLimits(wanted);
    setBusy(false);
    if (answer.ok) onKept(answer.value);
    else if (answer.problem.code === 'password-needed') setAsking(wanted);
    else setProblem(answer.problem.code);
  }

  return (
    <>
      <form className="space-y-5" onSubmit={(event) => void submit(event)}>
        {problem && <ProblemNotice code={problem} />}
        <SmallOnly small={limits.small} value={smallOnly} onChange={setSmallOnly} />
        <AmountField label={`For one payment, in ${currency}`} amount={payment} />
        <AmountField label={`For one day, in ${currency}`} amount={day} />
        <Button
          type="submit"
          tone="go"
          size="large"
          className="w-full"
          disabled={!wanted}
          busy={busy ? 'Keeping it…' : undefined}
        >
          Keep these limits
        </Button>
      </form>
      <Dialog open={asking !== undefined} title="Allow more" onClose={() => setAsking(undefined)}>
        {asking && (
          <ConfirmItIsYou
            asks={{ ...asking, purpose: 'raise-limit' }}
            hint="So that nobody else can allow more."
            label="Allow more from tomorrow"
            busyLabel="Keeping it…"
            send={async (given) => {
              const answer = await setLimits({ ...asking, ...given });
              if (answer.ok) onKept(answer.value);
              return answer;
            }}
            onDone={() => setAsking(undefined)}
          />
        )}
      </Dialog>
    </>
  );
}

interface SmallOnlyProps {
  readonly small: MoneyWire;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

function SmallOnly({ small, value, onChange }: SmallOnlyProps) {
  return (
    <PickOne
      legend="A smile pays"
      choices={[
        { id: 'all', label: 'Up to my limits' },
        { id: 'small', label: 'Only small amounts', detail: `to ${amountText(small)}` },
      ]}
      value={value ? 'small' : 'all'}
      onChange={(id) => onChange(id === 'small')}
    />
  );
}

function setLimits(body: SetLimits) {
  return request<LimitsView>('PUT', '/api/me/limits', body);
}

function wantedOf(perPayment: MoneyWire, perDay: MoneyWire, smallOnly: boolean): SetLimits {
  return { perPayment, perDay, smallOnly };
}

interface AmountInput {
  readonly text: string;
  readonly type: (text: string) => void;
  /** Undefined until it is an amount that may be chosen. */
  readonly wire: MoneyWire | undefined;
  readonly max: string;
}

function useAmount({ amount, currency }: MoneyWire, max: bigint): AmountInput {
  const [text, type] = useState(() => shortly(BigInt(amount), currency));
  const typed = parseMoney(text, currency);
  const wire = typed && typed.amount <= max ? toWire(typed) : undefined;
  return { text, type, wire, max: amountText(toWire(money(max, currency))) };
}

/** `500` and not `500.00`: nobody types more than that. */
function shortly(amount: bigint, currency: CurrencyCode): string {
  return toDecimal(amount, currency).replace(/\.0+$/, '');
}

function AmountField(props: { readonly label: string; readonly amount: AmountInput }) {
  const { text, type, wire, max } = props.amount;
  return (
    <TextField
      label={props.label}
      inputMode="decimal"
      autoComplete="off"
      value={text}
      onChange={(event) => type(event.target.value)}
      error={wire || text === '' ? undefined : `Please type an amount up to ${max}.`}
    />
  );
}
