'use client';

import { Snowflake } from 'lucide-react';
import { useState } from 'react';
import type { ProblemCode } from '@/lib/api/problems';
import type { Unfreeze } from '@/lib/api/shoppers';
import { request } from '@/components/api/request';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Row, Rows } from '@/components/ui/rows';
import { When } from '@/components/ui/when';
import { ConfirmItIsYou } from './confirm-it-is-you';
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
        <ConfirmItIsYou
          asks={{ purpose: 'unfreeze' }}
          hint="So that nobody else can unfreeze it."
          label="Unfreeze"
          busyLabel="Unfreezing…"
          send={(given) => request('POST', '/api/me/unfreeze', given satisfies Unfreeze)}
          onDone={async () => {
            await onChanged();
            setAsking(false);
          }}
        />
      </Dialog>
    </>
  );
}
