'use client';

import { useState } from 'react';
import type { PlacedOrder } from '@/lib/api/orders';
import type { DisputeRequest } from '@/lib/api/payments';
import type { ProblemCode } from '@/lib/api/problems';
import { DISPUTE_REASONS } from '@/lib/payments/state';
import { request } from '@/components/api/request';
import { Amount } from '@/components/ui/amount';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Dialog } from '@/components/ui/dialog';
import { DISPUTE_WORDS } from '@/components/words/dispute-reasons';
import { ProblemNotice } from './problem-notice';

export interface GoodsCardProps {
  readonly placed: PlacedOrder;
  /** Something was said; how the payment stands now has to be asked. */
  readonly onAnswer: () => void;
}

/** While the money waits for the goods: the shopper says whether they are there and right. */
export function GoodsCard({ placed: { payment }, onAnswer }: GoodsCardProps) {
  const { busy, problem, say } = useSay(payment.id, onAnswer);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Card aria-label="Your goods" className="space-y-4 print:hidden">
        <p>
          We keep <Amount value={payment.escrow} className="font-bold" /> safe until you have what
          you ordered.{' '}
          {payment.dispute ? null : `Seven days after it was sent, ${payment.payee} is paid.`}
        </p>
        {problem && <ProblemNotice code={problem} />}
        <div className="flex flex-wrap gap-3 *:grow">
          <Button
            tone="go"
            busy={busy === 'receive' ? 'One moment…' : undefined}
            disabled={busy !== null}
            onClick={() => void say('receive', {})}
          >
            {payment.dispute ? 'All is well now' : 'I have it, all is well'}
          </Button>
          {!payment.dispute && (
            <Button disabled={busy !== null} onClick={() => setAsking(true)}>
              Something is wrong
            </Button>
          )}
        </div>
      </Card>
      <Dialog
        open={asking}
        title="What is wrong?"
        onClose={() => setAsking(false)}
        footer={<Button onClick={() => setAsking(false)}>Nothing, after all</Button>}
      >
        <p className="mb-4 text-ink-soft">
          The money then waits with us until {payment.payee} and you are done.
        </p>
        <div className="grid gap-3">
          {DISPUTE_REASONS.map((reason) => (
            <Button
              key={reason}
              size="large"
              onClick={() => {
                setAsking(false);
                void say('dispute', { reason });
              }}
            >
              {DISPUTE_WORDS[reason]}
            </Button>
          ))}
        </div>
      </Dialog>
    </>
  );
}

type Said = 'receive' | 'dispute';

function useSay(paymentId: string, onAnswer: () => void) {
  const [busy, setBusy] = useState<Said | null>(null);
  const [problem, setProblem] = useState<ProblemCode>();

  async function say(kind: Said, body: DisputeRequest | Record<string, never>): Promise<void> {
    if (busy) return;
    setBusy(kind);
    const path = `/api/payments/${paymentId}/${kind}`;
    const answer = await request<PlacedOrder>('POST', path, body);
    setBusy(null);
    // Somebody was faster, or the time ran out: how it stands now says it better.
    const overtaken = !answer.ok && answer.problem.code === 'wrong-state';
    setProblem(answer.ok || overtaken ? undefined : answer.problem.code);
    if (answer.ok || overtaken) onAnswer();
  }

  return { busy, problem, say };
}
