'use client';

import { useState } from 'react';
import type { PairingCode } from '@/lib/api/terminals';
import { request, type Answer } from '@/components/api/request';
import { Button } from '@/components/ui/button';
import { When } from '@/components/ui/when';
import { Trouble } from './trouble';

/** A code that makes the tablet on the counter one of this store's. */
export function PairACounter() {
  const [answer, setAnswer] = useState<Answer<PairingCode>>();
  const [busy, setBusy] = useState(false);
  const ask = async () => {
    setBusy(true);
    setAnswer(await request<PairingCode>('POST', '/api/staff/pairing-codes', {}));
    setBusy(false);
  };
  if (answer?.ok) return <Code {...answer.value} />;
  return (
    <div className="space-y-4">
      {answer && <Trouble code={answer.problem.code} />}
      <Button
        tone="go"
        size="large"
        className="w-full"
        busy={busy ? 'Making a code…' : undefined}
        onClick={() => void ask()}
      >
        Pair a counter
      </Button>
    </div>
  );
}

function Code({ code, expiresAt }: PairingCode) {
  return (
    <div className="space-y-4 text-center" role="status">
      <p>
        On the tablet, open <b>/counter</b> and type this code:
      </p>
      <p
        aria-label="Pairing code"
        className="tabular rounded-card bg-accent-soft py-6 font-mono text-4xl font-bold tracking-widest text-accent-ink select-all"
      >
        {code}
      </p>
      <p className="text-ink-soft">
        It works once, until <When at={expiresAt} />.
      </p>
    </div>
  );
}
