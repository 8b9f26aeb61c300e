'use client';

import { useState } from 'react';
import type { ProblemCode } from '@/lib/api/problems';
import type { ReceiptShared } from '@/lib/api/receipts';
import { request } from '@/components/api/request';
import { CopyValue } from '@/components/start/copy-value';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ProblemNotice } from './problem-notice';

type Sharing =
  | { readonly kind: 'idle' | 'busy' | 'stopped' }
  | { readonly kind: 'shared'; readonly link: string }
  | { readonly kind: 'refused'; readonly code: ProblemCode };

/** A link to this receipt for somebody else, and its end. */
export function ShareReceipt({ paymentId }: { readonly paymentId: string }) {
  const [sharing, setSharing] = useState<Sharing>({ kind: 'idle' });
  const path = `/api/payments/${paymentId}/share`;
  const share = async () => {
    setSharing({ kind: 'busy' });
    const answer = await request<ReceiptShared>('POST', path, {});
    if (!answer.ok) return setSharing({ kind: 'refused', code: answer.problem.code });
    const link = `${window.location.origin}/receipt#${answer.value.token}`;
    setSharing({ kind: 'shared', link });
  };
  const stop = async () => {
    setSharing({ kind: 'busy' });
    const answer = await request<undefined>('DELETE', path);
    setSharing(answer.ok ? { kind: 'stopped' } : { kind: 'refused', code: answer.problem.code });
  };
  const busy = sharing.kind === 'busy';
  return (
    <Card aria-label="Share" className="space-y-3 print:hidden">
      <h2 className="text-xl font-extrabold">Share this receipt</h2>
      <p className="text-ink-soft">
        Whoever has the link sees what was bought and what it cost, not who paid.
      </p>
      {sharing.kind === 'refused' && <ProblemNotice code={sharing.code} />}
      {sharing.kind === 'shared' && (
        <dl>
          <CopyValue label="Link" value={sharing.link} />
        </dl>
      )}
      <p role="status" className="font-bold">
        {sharing.kind === 'stopped' && 'The link does not work any more.'}
        {sharing.kind === 'shared' && 'Here it is. Earlier links have ended.'}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button disabled={busy} onClick={() => void share()}>
          {sharing.kind === 'shared' ? 'A new link' : 'Make a link'}
        </Button>
        <Button tone="bare" disabled={busy} onClick={() => void stop()}>
          Stop sharing
        </Button>
      </div>
    </Card>
  );
}
