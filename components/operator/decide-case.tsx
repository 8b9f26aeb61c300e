'use client';

import { useState, type SubmitEvent } from 'react';
import type { CaseDecision } from '@/lib/api/cases';
import type { OperatorCase } from '@/lib/api/operator';
import type { ProblemCode } from '@/lib/api/problems';
import { request } from '@/components/api/request';
import { Trouble } from '@/components/staff/trouble';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { TextField } from '@/components/ui/field';
import { formText } from '@/components/ui/form-text';

export interface DecideCaseProps {
  readonly one: OperatorCase;
  readonly onDecided: () => Promise<void>;
}

/** Give the money back, or say why it stays. */
export function DecideCase({ one, onDecided }: DecideCaseProps) {
  const [busy, setBusy] = useState<CaseDecision['outcome']>();
  const [trouble, setTrouble] = useState<ProblemCode>();
  const decide = async (decision: CaseDecision) => {
    setBusy(decision.outcome);
    const path = `/api/operator/cases/${one.paymentId}/decision`;
    const answer = await request('POST', path, decision);
    setBusy(undefined);
    if (!answer.ok) return setTrouble(answer.problem.code);
    await onDecided();
  };
  const refuse = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = formText(event.currentTarget, 'reason').trim();
    if (reason !== '') void decide({ outcome: 'refused', reason });
  };
  return (
    <Card className="space-y-6">
      {trouble && <Trouble code={trouble} />}
      <Button
        tone="go"
        size="large"
        className="w-full"
        disabled={busy !== undefined}
        busy={busy === 'refunded' ? 'Giving it back…' : undefined}
        onClick={() => void decide({ outcome: 'refunded' })}
      >
        Give the money back
      </Button>
      <form className="space-y-4 border-t border-line pt-6" onSubmit={refuse}>
        <TextField
          label="Or say why the payment stays"
          name="reason"
          maxLength={300}
          required
          hint="The guest reads it just like this."
        />
        <Button
          type="submit"
          disabled={busy !== undefined}
          busy={busy === 'refused' ? 'One moment…' : undefined}
        >
          The payment stays
        </Button>
      </form>
    </Card>
  );
}
