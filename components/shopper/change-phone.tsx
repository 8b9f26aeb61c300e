'use client';

import { useState, type FormEvent } from 'react';
import type { ProblemCode } from '@/lib/api/problems';
import type { ChangePhone as Body, PhoneCodeSent } from '@/lib/api/shoppers';
import { request } from '@/components/api/request';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { formText } from '@/components/ui/form-text';
import { InboxHint } from './inbox-hint';
import { ProblemNotice } from './problem-notice';
import { PHONE_HINT } from './sign-up-form';

export interface ChangePhoneProps {
  readonly open: boolean;
  readonly maskedPhone: string;
  readonly onClose: () => void;
  readonly onChanged: () => Promise<void>;
}

/** A new number: a code goes to the old one and one to the new one, and both come back. */
export function ChangePhone({ open, maskedPhone, onClose, onChanged }: ChangePhoneProps) {
  const [sent, setSent] = useState<PhoneCodeSent>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemCode>();

  async function send(phone: string) {
    setBusy(true);
    const outcome = await sendBothCodes(phone);
    setBusy(false);
    if (typeof outcome === 'string') setProblem(outcome);
    else {
      setProblem(undefined);
      setSent(outcome);
    }
  }

  async function change(body: Body) {
    setBusy(true);
    const answer = await request('PUT', '/api/me/phone', body);
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem.code);
    setSent(undefined);
    setProblem(undefined);
    await onChanged();
  }

  return (
    <Dialog
      open={open}
      title="Change your number"
      onClose={() => {
        setSent(undefined);
        setProblem(undefined);
        onClose();
      }}
    >
      {problem && <ProblemNotice code={problem} />}
      {sent ? (
        <BothCodes
          {...{ sent, maskedPhone, busy }}
          onCodes={(codes) => void change({ phone: sent.phone, ...codes })}
        />
      ) : (
        <NewNumber busy={busy} onPhone={(phone) => void send(phone)} />
      )}
    </Dialog>
  );
}

async function sendBothCodes(phone: string): Promise<PhoneCodeSent | ProblemCode> {
  const fresh = await request<PhoneCodeSent>('POST', '/api/phone-codes', { phone });
  if (!fresh.ok) return fresh.problem.code;
  const old = await request<PhoneCodeSent>('POST', '/api/me/phone/code', {});
  return old.ok ? fresh.value : old.problem.code;
}

function NewNumber(props: { readonly busy: boolean; readonly onPhone: (phone: string) => void }) {
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    props.onPhone(formText(event.currentTarget, 'phone'));
  }
  return (
    <form className="space-y-5 pt-2" onSubmit={submit}>
      <TextField
        label="New phone number"
        name="phone"
        type="tel"
        autoComplete="tel"
        hint={PHONE_HINT}
        autoFocus
        required
      />
      <Button
        type="submit"
        tone="go"
        size="large"
        className="w-full"
        busy={props.busy ? 'Sending two codes…' : undefined}
      >
        Send the codes
      </Button>
    </form>
  );
}

function BothCodes(props: {
  readonly sent: PhoneCodeSent;
  readonly maskedPhone: string;
  readonly busy: boolean;
  readonly onCodes: (codes: Pick<Body, 'code' | 'currentCode'>) => void;
}) {
  const { sent, maskedPhone, busy, onCodes } = props;
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const digits = (name: string) => formText(event.currentTarget, name).replaceAll(/\D/g, '');
    onCodes({ code: digits('code'), currentCode: digits('currentCode') });
  }
  const field = { inputMode: 'numeric', autoComplete: 'one-time-code', required: true } as const;
  return (
    <form className="space-y-5 pt-2" onSubmit={submit}>
      {sent.inbox && <InboxHint />}
      <TextField label={`Six digits, sent to ${maskedPhone}`} name="currentCode" {...field} />
      <TextField label={`Six digits, sent to ${sent.phone}`} name="code" {...field} />
      <Button
        type="submit"
        tone="go"
        size="large"
        className="w-full"
        busy={busy ? 'Changing it…' : undefined}
      >
        Change my number
      </Button>
    </form>
  );
}
