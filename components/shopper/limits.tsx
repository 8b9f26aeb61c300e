'use client';

import { useState } from 'react';
import type { LimitsView, LimitsWire, SetLimits } from '@/lib/api/limits';
import type { ProblemCode } from '@/lib/api/problems';
import type { MoneyWire } from '@/lib/money/wire';
import { Answered } from '@/components/api/answered';
import { request } from '@/components/api/request';
import { useAnswer } from '@/components/api/use-answer';
import { Amount, amountText } from '@/components/ui/amount';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { WhenSoon } from '@/components/ui/when';
import { LimitsForm } from './limits-form';
import { ProblemNotice } from './problem-notice';
import { useFocusOn } from './use-focus-on';

/** How much a smile may pay: as it is, as it will be, and the way to change it. */
export function Limits() {
  const asked = useAnswer<LimitsView>('/api/me/limits');
  return (
    <Answered asked={asked} Trouble={ProblemNotice} waiting="Finding your limits…">
      {(limits) => <Chosen limits={limits} onChanged={asked.take} />}
    </Answered>
  );
}

interface ChosenProps {
  readonly limits: LimitsView;
  readonly onChanged: (limits: LimitsView) => void;
}

function Chosen({ limits, onChanged }: ChosenProps) {
  const [kept, setKept] = useState(0);
  const { newFace, next } = limits;
  const take = (changed: LimitsView) => {
    setKept((times) => times + 1);
    onChanged(changed);
  };
  const top = useFocusOn(`kept ${kept} times`);
  return (
    <div ref={top} tabIndex={-1} className="space-y-5">
      <PaidToday limits={limits} />
      {newFace && (
        <Notice title="Your face is new">
          Until <WhenSoon at={newFace.until} /> a smile pays up to {amountText(newFace.perPayment)},
          and {amountText(newFace.perDay)} in all.
        </Notice>
      )}
      {next && <Raised next={next} limits={limits} onChanged={take} />}
      {kept > 0 && !next && <Notice tone="go" title="Kept. Your limits hold from now on" />}
      {/* Another time kept is another form, with what was kept in its fields. */}
      <LimitsForm key={kept} limits={limits} onKept={take} />
    </div>
  );
}

function PaidToday({ limits: { paid, current, newFace } }: Pick<ChosenProps, 'limits'>) {
  const day = newFace?.perDay ?? current.perDay;
  return (
    <Card aria-label="Paid with a smile" className="text-center">
      <p className="text-xl font-extrabold">
        <Amount value={paid} /> of <Amount value={day} />
      </p>
      <p className="text-ink-soft">paid with a smile in the last 24 hours</p>
    </Card>
  );
}

/** More is wanted, and holds after a day; until then it can be taken back. */
function Raised(props: ChosenProps & { readonly next: NonNullable<LimitsView['next']> }) {
  const { next, limits, onChanged } = props;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemCode>();
  async function takeBack() {
    setBusy(true);
    const answer = await request<LimitsView>('PUT', '/api/me/limits', {
      ...limits.current,
    } satisfies SetLimits);
    if (answer.ok) return onChanged(answer.value);
    setBusy(false);
    setProblem(answer.problem.code);
  }
  return (
    <>
      {problem && <ProblemNotice code={problem} />}
      <Notice title="Soon a smile may pay more">
        <p>
          From <WhenSoon at={next.from} /> {limitsWords(next, limits)}
        </p>
        <Button
          className="mt-3"
          busy={busy ? 'Taking it back…' : undefined}
          onClick={() => void takeBack()}
        >
          Leave it as it is
        </Button>
      </Notice>
    </>
  );
}

function limitsWords({ smallOnly, perPayment, perDay }: LimitsWire, { small }: LimitsView): string {
  const one = smallOnly ? lower(small, perPayment) : perPayment;
  return `it pays up to ${amountText(one)}, and ${amountText(perDay)} in a day.`;
}

function lower(one: MoneyWire, other: MoneyWire): MoneyWire {
  return BigInt(one.amount) < BigInt(other.amount) ? one : other;
}
