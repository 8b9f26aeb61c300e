'use client';

import { useState, type FormEvent } from 'react';
import type { ProblemCode } from '@/lib/api/problems';
import type { SetPin as SetPinBody } from '@/lib/api/shoppers';
import { request } from '@/components/api/request';
import { problemWords } from '@/components/words/problems';
import { Button } from '@/components/ui/button';
import { PasswordField } from '@/components/ui/password-field';
import { PIN_LENGTH, PinPad } from '@/components/ui/pin-pad';
import { formText } from '@/components/ui/form-text';
import { ProblemNotice } from './problem-notice';

type Step =
  | { readonly kind: 'choose' }
  | { readonly kind: 'repeat'; readonly first: string }
  | { readonly kind: 'password'; readonly pin: string };

/** Choose a PIN, type it again, and say with the password that it is really you. */
export function SetPin({ onDone }: { readonly onDone: () => void }) {
  const [step, setStep] = useState<Step>({ kind: 'choose' });
  const [typed, setTyped] = useState('');
  const [differed, setDiffered] = useState(false);

  function type(value: string) {
    setTyped(value);
    setDiffered(false);
    if (value.length < PIN_LENGTH) return;
    setTyped('');
    if (step.kind === 'choose') return setStep({ kind: 'repeat', first: value });
    if (step.kind !== 'repeat') return;
    setDiffered(value !== step.first);
    setStep(value === step.first ? { kind: 'password', pin: value } : { kind: 'choose' });
  }

  if (step.kind === 'password') return <ConfirmPin pin={step.pin} onDone={onDone} />;
  const label = step.kind === 'choose' ? 'Choose six digits' : 'Once more, the same six';
  return (
    <div className="mx-auto max-w-sm space-y-4">
      <p role="status" className="text-center text-lg font-bold">
        {label}
      </p>
      <PinPad
        label={label}
        value={typed}
        onChange={type}
        error={differed ? 'The two were not the same. Choose again.' : undefined}
      />
    </div>
  );
}

function ConfirmPin({ pin, onDone }: { readonly pin: string; readonly onDone: () => void }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemCode>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = formText(event.currentTarget, 'password');
    setBusy(true);
    setProblem(undefined);
    const body: SetPinBody = { pin, password };
    const answer = await request('PUT', '/api/me/pin', body);
    setBusy(false);
    if (answer.ok) onDone();
    else setProblem(answer.problem.code);
  }

  return (
    <form className="space-y-5" onSubmit={(event) => void submit(event)}>
      {problem && problem !== 'wrong-password' && <ProblemNotice code={problem} />}
      <PasswordField
        label="Password"
        name="password"
        autoComplete="current-password"
        hint="So that nobody else can change your PIN."
        error={problem === 'wrong-password' ? problemWords(problem).title : undefined}
        required
        autoFocus
      />
      <Button
        type="submit"
        tone="go"
        size="large"
        className="w-full"
        busy={busy ? 'Keeping your PIN…' : undefined}
      >
        Set PIN
      </Button>
    </form>
  );
}
