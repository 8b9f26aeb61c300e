'use client';

import { useState } from 'react';
import type { CaseView, OwnCases } from '@/lib/api/cases';
import type { ProblemCode } from '@/lib/api/problems';
import type { PaymentView } from '@/lib/payments/view';
import { request } from '@/components/api/request';
import { useAnswer } from '@/components/api/use-answer';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { ProblemNotice } from './problem-notice';

const REPORTABLE: readonly string[] = ['authorized', 'captured'];

/** On the receipt of a smile: "It wasn't me", and afterwards what becomes of it. */
export function NotMe({ payment }: { readonly payment: PaymentView }) {
  const { answer, ask } = useAnswer<OwnCases>('/api/me/cases');
  const [asking, setAsking] = useState(false);
  if (!answer?.ok || payment.method !== 'face') return null;
  const own = answer.value.cases.find(({ paymentId }) => paymentId === payment.id);
  if (own) return <CaseNotice own={own} payee={payment.payee} />;
  if (!REPORTABLE.includes(payment.status)) return null;
  return (
    <div className="print:hidden">
      <Button tone="bare" className="w-full" onClick={() => setAsking(true)}>
        It wasn’t me
      </Button>
      {asking && <Sure payment={payment} onClose={() => setAsking(false)} onOpened={ask} />}
    </div>
  );
}

function Sure(props: {
  readonly payment: PaymentView;
  readonly onClose: () => void;
  readonly onOpened: () => Promise<void>;
}) {
  const { payment, onClose, onOpened } = props;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemCode>();
  const open = async () => {
    setBusy(true);
    const answer = await request<CaseView>('POST', `/api/payments/${payment.id}/case`, {});
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem.code);
    await onOpened();
    onClose();
  };
  return (
    <Dialog open title="Somebody else paid with your face?" onClose={onClose}>
      <div className="space-y-5">
        <p>
          Then we freeze your wallet, so that nobody can pay from it, and look into this payment
          together with {payment.payee}.
        </p>
        {problem && <ProblemNotice code={problem} />}
        <div className="flex flex-wrap gap-3 *:grow">
          <Button
            tone="stop"
            size="large"
            busy={busy ? 'Freezing your wallet…' : undefined}
            onClick={() => void open()}
          >
            It wasn’t me
          </Button>
          <Button size="large" onClick={onClose}>
            It was me
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function CaseNotice({ own, payee }: { readonly own: CaseView; readonly payee: string }) {
  switch (own.outcome) {
    case null:
      return (
        <div className="space-y-3 print:hidden">
          <Notice title="You said that this was not you">
            We look into it together with {payee}, and tell you what comes of it. Your wallet is
            frozen meanwhile. To pay again, take new pictures of your face and unfreeze it.
          </Notice>
          <LinkButton href="/me">To your face and wallet</LinkButton>
        </div>
      );
    case 'refunded':
      return <Notice tone="go" title="You said that this was not you: you have the money back" />;
    case 'refused':
      return (
        <Notice title="We looked into it: this payment stays">
          <q>{own.reason}</q>
        </Notice>
      );
    default:
      return own.outcome satisfies never;
  }
}
