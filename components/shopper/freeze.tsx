'use client';

import { Snowflake } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import type { ProblemCode } from '@/lib/api/problems';
import type { Unfreeze as UnfreezeBody } from '@/lib/api/shoppers';
import { request } from '@/components/api/request';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { formText } from '@/components/ui/form-text';
import { PasswordField } from '@/components/ui/password-field';
import { Row, Rows } from '@/components/ui/rows';
import { When } from '@/components/ui/when';
import { problemWords } from '@/components/words/problems';
import { ProblemNotice } from './problem-notice';

export interface FreezeProps {
  /** Since when; null while everything works. */
  readonly frozenAt: string | null;
  readonly onChanged: () => Promise<void>;
}

/** One tap stops all payments; only the password lets them go on. */
export function Freeze({ frozenAt, onChanged }: FreezeProps) {
  const [problem, setProblem] = useState<ProblemCode>();
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);

  async function freeze() {
    setBusy(true);
    const answer = await request('POST', '/api/me/freeze', {});
    setProblem(answer.ok ? undefined : answer.problem.code);
    if (answer.ok) await onChanged();
    setBusy(false);
  }

  return (
    <>
      {problem && <ProblemNotice code={problem} />}
      <Rows label="Payments">
        <Row
          leading={<Snowflake aria-hidden="true" />}
          title={frozenAt ? 'Your wallet is frozen' : 'Stop all payments'}
          detail={
            frozenAt ? (
              <>
                Nobody can pay from it, since <When at={frozenAt} />
              </>
            ) : (
              'Nobody can pay from a frozen wallet'
            )
          }
          trailing={
            frozenAt ? (
              <Button tone="accent" onClick={() => setAsking(true)}>
                Unfreeze
              </Button>
            ) : (
              <Button busy={busy ? 'Freezing…' : undefined} onClick={() => void freeze()}>
                Freeze
              </Button>
            )
          }
        />
      </Rows>
      <Dialog open={asking} title="Unfreeze your wallet" onClose={() => setAsking(false)}>
        <Unfreeze
          onDone={async () => {
            await onChanged();
            setAsking(false);
          }}
        />
      </Dialog>
    </>
  );
}

function Unfreeze({ onDone }: { readonly onDone: () => Promise<void> }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemCode>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const body: UnfreezeBody = { password: formText(event.currentTarget, 'password') };
    setBusy(true);
    const answer = await request('POST', '/api/me/unfreeze', body);
    setProblem(answer.ok ? undefined : answer.problem.code);
    if (answer.ok) await onDone();
    setBusy(false);
  }

  return (
    <form className="space-y-5" onSubmit={(event) => void submit(event)}>
      {problem && problem !== 'wrong-password' && <ProblemNotice code={problem} />}
      <PasswordField
        label="Password"
        name="password"
        autoComplete="current-password"
        hint="So that nobody else can unfreeze it."
        error={problem === 'wrong-password' ? problemWords(problem).title : undefined}
        required
        autoFocus
      />
      <Button
        type="submit"
        tone="go"
        size="large"
        className="w-full"
        busy={busy ? 'Unfreezing…' : undefined}
      >
        Unfreeze
      </Button>
    </form>
  );
}
