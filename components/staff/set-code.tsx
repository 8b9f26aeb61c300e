'use client';

import { useState, type SubmitEvent } from 'react';
import type { StaffCode } from '@/lib/api/members';
import type { ProblemCode } from '@/lib/api/problems';
import { ChoosePin, TOO_EASY } from '@/components/account/choose-pin';
import { request } from '@/components/api/request';
import { Button } from '@/components/ui/button';
import { formText } from '@/components/ui/form-text';
import { PasswordField } from '@/components/ui/password-field';
import { problemWords } from '@/components/words/problems';
import { Trouble } from './trouble';

/** Six digits of one's own, with which a tablet is taken over. */
export function SetCode({ onDone }: { readonly onDone: () => void }) {
  const [code, setCode] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemCode>();
  if (code === undefined) {
    return <ChoosePin trouble={problem && TOO_EASY} onChosen={setCode} />;
  }
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = { code, password: formText(event.currentTarget, 'password') } satisfies StaffCode;
    setBusy(true);
    const answer = await request('PUT', '/api/staff/code', body);
    setBusy(false);
    if (answer.ok) return onDone();
    setProblem(answer.problem.code);
    if (answer.problem.code === 'weak-pin') setCode(undefined);
  };
  const isWrong = problem === 'wrong-password';
  return (
    <form className="space-y-5" onSubmit={(event) => void submit(event)}>
      {problem && !isWrong && <Trouble code={problem} />}
      <PasswordField
        label="Password"
        name="password"
        autoComplete="current-password"
        hint="So that no colleague chooses it for you."
        error={isWrong ? problemWords('wrong-password').title : undefined}
        required
      />
      <Button
        type="submit"
        tone="go"
        size="large"
        className="w-full"
        busy={busy ? 'Keeping your code…' : undefined}
      >
        Set my code
      </Button>
    </form>
  );
}
