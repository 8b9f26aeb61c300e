'use client';

import { useState, type ComponentType, type FormEvent } from 'react';
import type { ProblemCode } from '@/lib/api/problems';
import type { TroubleProps } from '@/components/api/answered';
import { request } from '@/components/api/request';
import { Button } from '@/components/ui/button';
import { formText } from '@/components/ui/form-text';
import { PasswordField } from '@/components/ui/password-field';
import { problemWords } from '@/components/words/problems';

const PASSWORD_MIN = 10;

export interface ChangePasswordProps {
  readonly path: '/api/me/password' | '/api/staff/password';
  readonly Trouble: ComponentType<TroubleProps>;
  readonly onDone: () => void;
}

/** The password there is, and the one that takes its place. */
export function ChangePassword({ path, Trouble, onDone }: ChangePasswordProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemCode>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const body = { password: formText(form, 'password'), newPassword: formText(form, 'new') };
    setBusy(true);
    setProblem(undefined);
    const answer = await request('PUT', path, body);
    setBusy(false);
    if (answer.ok) onDone();
    else setProblem(answer.problem.code);
  }

  const beside = problem === 'wrong-password' || problem === 'weak-password';
  return (
    <form className="space-y-5" onSubmit={(event) => void submit(event)}>
      {problem && !beside && <Trouble code={problem} />}
      <PasswordField
        label="Password now"
        name="password"
        autoComplete="current-password"
        error={problem === 'wrong-password' ? problemWords(problem).title : undefined}
        required
      />
      <PasswordField
        label="New password"
        name="new"
        autoComplete="new-password"
        minLength={PASSWORD_MIN}
        hint={`At least ${PASSWORD_MIN} characters. You are signed out everywhere else.`}
        error={problem === 'weak-password' ? problemWords(problem).body : undefined}
        required
      />
      <Button
        type="submit"
        tone="go"
        size="large"
        className="w-full"
        busy={busy ? 'Changing it…' : undefined}
      >
        Change password
      </Button>
    </form>
  );
}
