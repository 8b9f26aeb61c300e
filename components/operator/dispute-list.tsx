'use client';

import { useState, type SubmitEvent } from 'react';
import type { Disputes, OpenDispute, Settlement } from '@/lib/api/operator';
import type { ProblemCode } from '@/lib/api/problems';
import { parseMoney } from '@/lib/money/format';
import { toWire } from '@/lib/money/wire';
import { Answered } from '@/components/api/answered';
import { request } from '@/components/api/request';
import { useAnswer } from '@/components/api/use-answer';
import { Trouble } from '@/components/staff/trouble';
import { Amount, amountText } from '@/components/ui/amount';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { formText } from '@/components/ui/form-text';
import { Row, Rows } from '@/components/ui/rows';
import { When } from '@/components/ui/when';
import { DISPUTE_WORDS } from '@/components/words/dispute-reasons';
import { Section } from './section';

/** Goods that something is wrong with, where shopper and shop found no end themselves. */
export function DisputeList() {
  const asked = useAnswer<Disputes>('/api/operator/disputes');
  const [settling, setSettling] = useState<OpenDispute>();
  return (
    <Section
      title="Something is wrong with the goods"
      lead="Shopper and shop can settle it themselves. If they do not, you split the money."
    >
      <Answered asked={asked} Trouble={Trouble} waiting="Looking it up…">
        {({ disputes }) =>
          disputes.length === 0 ? (
            <p className="text-ink-soft">No dispute is open.</p>
          ) : (
            <Rows label="Open disputes">
              {disputes.map((dispute) => (
                <Row
                  key={dispute.paymentId}
                  title={
                    <>
                      <Amount value={dispute.escrow} /> at {dispute.payee}
                    </>
                  }
                  detail={
                    <>
                      {DISPUTE_WORDS[dispute.reason]} · since <When at={dispute.openedAt} />
                    </>
                  }
                  trailing={<Button onClick={() => setSettling(dispute)}>Settle</Button>}
                />
              ))}
            </Rows>
          )
        }
      </Answered>
      {settling && (
        <Settle
          dispute={settling}
          onClose={() => setSettling(undefined)}
          onDone={async () => {
            await asked.ask();
            setSettling(undefined);
          }}
        />
      )}
    </Section>
  );
}

function Settle(props: {
  readonly dispute: OpenDispute;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}) {
  const { dispute, onClose, onDone } = props;
  const { escrow, paymentId, payee } = dispute;
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<ProblemCode>();
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const amount = parseMoney(formText(event.currentTarget, 'amount'), escrow.currency);
    if (!amount) return setTrouble('amount-out-of-range');
    setBusy(true);
    const path = `/api/operator/disputes/${paymentId}/settlement`;
    const body = { toShopper: toWire(amount) } satisfies Settlement;
    const answer = await request('POST', path, body);
    setBusy(false);
    if (!answer.ok) return setTrouble(answer.problem.code);
    await onDone();
  };
  return (
    <Dialog open title={`Split ${amountText(escrow)}`} onClose={onClose}>
      <form className="space-y-5" onSubmit={(event) => void submit(event)}>
        {trouble && <Trouble code={trouble} />}
        <TextField
          label={`Back to the shopper, in ${escrow.currency}`}
          name="amount"
          inputMode="decimal"
          autoComplete="off"
          required
          hint={`0 gives all of it to ${payee}; the rest is always theirs.`}
        />
        <Button
          type="submit"
          tone="go"
          size="large"
          className="w-full"
          busy={busy ? 'Settling…' : undefined}
        >
          Settle it
        </Button>
      </form>
    </Dialog>
  );
}
