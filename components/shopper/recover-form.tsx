'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import type { ProblemCode } from '@/lib/api/problems';
import type { Recover } from '@/lib/api/shoppers';
import { request } from '@/components/api/request';
import { signInShopper } from '@/components/api/session';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { formText } from '@/components/ui/form-text';
import { PasswordField } from '@/components/ui/password-field';
import { problemWords } from '@/components/words/problems';
import { PhoneCodeForm } from './phone-code-form';
import { PHONE_HINT } from './sign-up-form';
import { ProblemNotice } from './problem-notice';
import { usePhoneCode } from './use-phone-code';

const PASSWORD_MIN = 10;

type Typed = Pick<Recover, 'phone' | 'pin' | 'newPassword'>;

/** A new password with the PIN and a code; ends signed in. @requires a path of this site */
export function RecoverForm({ next }: { readonly next: Route }) {
  const router = useRouter();
  const code = usePhoneCode();
  const [typed, setTyped] = useState<Typed>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemCode>();

  async function recover(body: Recover) {
    setBusy(true);
    setProblem(undefined);
    const answer = await request('POST', '/api/recovery', body);
    if (answer.ok) {
      await signInShopper({ phone: body.phone, password: body.newPassword });
      router.replace(next);
      router.refresh();
      return;
    }
    setBusy(false);
    setProblem(answer.problem.code);
    if (answer.problem.code !== 'phone-code-refused') setTyped(undefined);
  }

  if (typed && code.sent?.typed === typed.phone) {
    return (
      <PhoneCodeForm
        sentTo={typed.phone}
        inbox={code.sent.inbox}
        label="Set my new password"
        busy={busy ? 'One moment…' : undefined}
        problem={problem ?? code.problem}
        onCode={(digits) => void recover({ ...typed, code: digits })}
        onAgain={() => code.send(typed.phone)}
        onOther={() => setTyped(undefined)}
      />
    );
  }
  return (
    <NewPassword
      busy={code.sending}
      problem={problem ?? code.problem}
      onTyped={(all) => {
        setTyped(all);
        setProblem(undefined);
        if (code.sent?.typed !== all.phone) void code.send(all.phone);
      }}
    />
  );
}

function NewPassword(props: {
  readonly busy: boolean;
  readonly problem: ProblemCode | undefined;
  readonly onTyped: (typed: Typed) => void;
}) {
  const { busy, problem, onTyped } = props;
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    onTyped({
      phone: formText(form, 'phone'),
      pin: formText(form, 'pin'),
      newPassword: formText(form, 'newPassword'),
    });
  }
  return (
    <form className="space-y-5" onSubmit={submit}>
      {problem && problem !== 'weak-password' && <ProblemNotice code={problem} />}
      <TextField
        label="Phone number"
        name="phone"
        type="tel"
        autoComplete="tel"
        hint={PHONE_HINT}
        required
      />
      <PasswordField
        label="Your PIN"
        name="pin"
        inputMode="numeric"
        pattern="\d{6}"
        maxLength={6}
        autoComplete="off"
        hint="The six digits that pay where a smile does not."
        required
      />
      <PasswordField
        label="New password"
        name="newPassword"
        autoComplete="new-password"
        minLength={PASSWORD_MIN}
        hint={`At least ${PASSWORD_MIN} characters. All phones are signed out.`}
        error={problem === 'weak-password' ? problemWords(problem).body : undefined}
        required
      />
      <Button
        type="submit"
        tone="go"
        size="large"
        className="w-full"
        busy={busy ? 'Sending you a code…' : undefined}
      >
        Send me a code
      </Button>
    </form>
  );
}
