'use client';

import { MessageSquare } from 'lucide-react';
import { useState } from 'react';
import type { ProblemCode } from '@/lib/api/problems';
import type { PhoneCodeSent, ProvePhone as Body } from '@/lib/api/shoppers';
import { request } from '@/components/api/request';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Row, Rows } from '@/components/ui/rows';
import { PhoneCodeForm } from './phone-code-form';
import { ProblemNotice } from './problem-notice';

export interface ProvePhoneProps {
  readonly maskedPhone: string;
  readonly onProven: () => Promise<void>;
}

/** For accounts from before numbers were proven. */
export function ProvePhone({ maskedPhone, onProven }: ProvePhoneProps) {
  const [sent, setSent] = useState<PhoneCodeSent>();
  const [busy, setBusy] = useState<'sending' | 'proving'>();
  const [problem, setProblem] = useState<ProblemCode>();

  async function send() {
    setBusy('sending');
    setProblem(undefined);
    const answer = await request<PhoneCodeSent>('POST', '/api/me/phone/code', {});
    if (answer.ok) setSent(answer.value);
    else setProblem(answer.problem.code);
    setBusy(undefined);
  }

  async function prove(code: string) {
    setBusy('proving');
    setProblem(undefined);
    const answer = await request('POST', '/api/me/phone/proof', { code } satisfies Body);
    if (answer.ok) return onProven();
    setProblem(answer.problem.code);
    setBusy(undefined);
  }

  return (
    <>
      {problem && !sent && <ProblemNotice code={problem} />}
      <Rows label="Phone number">
        <Row
          leading={<MessageSquare aria-hidden="true" />}
          title="Is this number yours?"
          detail="Until you show it, you cannot pay at a counter"
          trailing={
            <Button
              tone="accent"
              busy={busy === 'sending' ? 'Sending…' : undefined}
              onClick={() => void send()}
            >
              Send a code
            </Button>
          }
        />
      </Rows>
      <Dialog
        open={sent !== undefined}
        title="Show that it is yours"
        onClose={() => setSent(undefined)}
      >
        <PhoneCodeForm
          sentTo={maskedPhone}
          inbox={sent?.inbox ?? false}
          label="It is mine"
          busy={busy === 'proving' ? 'One moment…' : undefined}
          problem={problem}
          onCode={(code) => void prove(code)}
          onAgain={send}
        />
      </Dialog>
    </>
  );
}
