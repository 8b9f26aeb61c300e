'use client';

import { useState } from 'react';
import type { ProblemCode } from '@/lib/api/problems';
import type { PairingCode } from '@/lib/api/terminals';
import { request } from '@/components/api/request';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { Progress } from '@/components/ui/progress';
import { When } from '@/components/ui/when';
import { problemWords } from '@/components/words/problems';

type Shown =
  | { readonly kind: 'asking' }
  | { readonly kind: 'code'; readonly pairing: PairingCode }
  | { readonly kind: 'trouble'; readonly code: ProblemCode };

/** A code that makes the tablet on the counter one of this store's. */
export function PairButton() {
  const [shown, setShown] = useState<Shown | null>(null);
  const ask = async () => {
    setShown({ kind: 'asking' });
    const answer = await request<PairingCode>('POST', '/api/staff/pairing-codes', {});
    setShown((now) => {
      if (now === null) return null;
      return answer.ok
        ? { kind: 'code', pairing: answer.value }
        : { kind: 'trouble', code: answer.problem.code };
    });
  };
  return (
    <>
      <Button onClick={() => void ask()}>Pair a counter</Button>
      <Dialog open={shown !== null} title="Pair a counter" onClose={() => setShown(null)}>
        {shown && <Content shown={shown} />}
      </Dialog>
    </>
  );
}

function Content({ shown }: { readonly shown: Shown }) {
  switch (shown.kind) {
    case 'asking':
      return <Progress label="Making a code…" />;
    case 'trouble':
      return (
        <Notice tone="stop" title={problemWords(shown.code).title}>
          {problemWords(shown.code).body}
        </Notice>
      );
    case 'code':
      return (
        <div className="space-y-4 text-center">
          <p>
            On the tablet, open <b>/counter</b> and type this code:
          </p>
          <p
            aria-label="Pairing code"
            className="tabular rounded-card bg-accent-soft py-6 font-mono text-4xl font-bold tracking-widest text-accent-ink select-all"
          >
            {shown.pairing.code}
          </p>
          <p className="text-ink-soft">
            It works once, until <When at={shown.pairing.expiresAt} />.
          </p>
        </div>
      );
    default:
      return shown satisfies never;
  }
}
