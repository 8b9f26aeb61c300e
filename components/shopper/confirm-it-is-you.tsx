'use client';

import { useState, type FormEvent } from 'react';
import type { AskConfirmation } from '@/lib/api/confirmations';
import type { ProblemCode } from '@/lib/api/problems';
import type { Answer } from '@/components/api/request';
import type { Signed } from '@/components/api/passkeys';
import { Button } from '@/components/ui/button';
import { formText } from '@/components/ui/form-text';
import { PasswordField } from '@/components/ui/password-field';
import { problemWords } from '@/components/words/problems';
import { ProblemNotice } from './problem-notice';
import { UsePasskey } from './use-passkey';

/** One of the two. */
export type Given = { readonly password: string } | { readonly passkey: Signed };

export interface ConfirmItIsYouProps {
  /** Why the password is asked for, e.g. `So that nobody else can change your PIN.` */
  readonly hint: string;
  /** On the button, before and while it is sent. */
  readonly label: string;
  readonly busyLabel: string;
  /** What a passkey signs in the place of the password. */
  readonly asks: AskConfirmation;
  readonly send: (given: Given) => Promise<Answer<unknown>>;
  /** What follows when it was right; until then the button stays busy. */
  readonly onDone: () => void | Promise<void>;
}

/** For what being signed in is not enough: password or passkey say that it is really you. */
export function ConfirmItIsYou(props: ConfirmItIsYouProps) {
  const { hint, label, busyLabel, asks, send, onDone } = props;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemCode>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    await confirm({ password: formText(event.currentTarget, 'password') });
  }

  async function confirm(given: Given) {
    setBusy(true);
    setProblem(undefined);
    const answer = await send(given);
    if (answer.ok) await onDone();
    else setProblem(answer.problem.code);
    setBusy(false);
  }

  return (
    <form className="space-y-5" onSubmit={(event) => void submit(event)}>
      {problem && problem !== 'wrong-password' && <ProblemNotice code={problem} />}
      <PasswordField
        label="Password"
        name="password"
        autoComplete="current-password"
        hint={hint}
        error={problem === 'wrong-password' ? problemWords(problem).title : undefined}
        required
        autoFocus
      />
      <Button
        type="submit"
        tone="go"
        size="large"
        className="w-full"
        busy={busy ? busyLabel : undefined}
      >
        {label}
      </Button>
      <UsePasskey asks={asks} busy={busy} onSigned={confirm} onProblem={setProblem} />
    </form>
  );
}
